extension Algorithms {
  static let dictionaries = """
    struct _Place: Hashable, Comparable {
      var _offset: Int
      static func < (left: _Place, right: _Place) -> Bool { left._offset < right._offset }
    }
    extension Dictionary {
      typealias Index = _Place
      typealias SubSequence = Slice<[Key: Value]>
      var startIndex: _Place { _Place(_offset: 0) }
      var endIndex: _Place { _Place(_offset: count) }
      func index(after i: _Place) -> _Place { _Place(_offset: i._offset + 1) }
      /// The place of an entry; nil if there is none with this key.
      func index(forKey key: Key) -> _Place? {
        guard let offset = Array(keys).firstIndex(of: key) else { return nil }
        return _Place(_offset: offset)
      }
      subscript(position: _Place) -> (key: Key, value: Value) { Array(self)[position._offset] }
      /// Takes the entry at a place out.
      @discardableResult mutating func remove(at index: _Place) -> (key: Key, value: Value) {
        let entry = self[index]
        removeValue(forKey: entry.key)
        return entry
      }
    }
    extension Set {
      typealias Index = _Place
      typealias SubSequence = Slice<Set<Element>>
      var startIndex: _Place { _Place(_offset: 0) }
      var endIndex: _Place { _Place(_offset: count) }
      func index(after i: _Place) -> _Place { _Place(_offset: i._offset + 1) }
      subscript(position: _Place) -> Element { Array(self)[position._offset] }
      /// Where an element stands; nil if it is not in the set.
      func firstIndex(of member: Element) -> _Place? {
        Array(self).firstIndex(of: member).map { _Place(_offset: $0) }
      }
      /// Takes the element at a place out.
      @discardableResult mutating func remove(at position: _Place) -> Element {
        let element = self[position]
        remove(element)
        return element
      }
    }
    extension Dictionary {
      /// The entries of a sequence of pairs, which have different keys.
      init<S: Sequence>(uniqueKeysWithValues keysAndValues: S) where S.Element == (Key, Value) {
        self = [:]
        for (key, value) in keysAndValues {
          if updateValue(value, forKey: key) != nil { fatalError("the key \\(String(reflecting: key)) occurs twice") }
        }
      }
      /// The entries of a sequence of pairs; `combine` makes one value of two with the same key.
      init<S: Sequence>(
        _ keysAndValues: S, uniquingKeysWith combine: (Value, Value) throws -> Value
      ) rethrows where S.Element == (Key, Value) {
        self = [:]
        for (key, value) in keysAndValues {
          if let old = self[key] { self[key] = try combine(old, value) } else { self[key] = value }
        }
      }
      /// The elements of a sequence, grouped by what `keyForValue` gives for them.
      init<S: Sequence>(
        grouping values: S, by keyForValue: (S.Element) throws -> Key
      ) rethrows where Value == [S.Element] {
        var groups: [Key: [S.Element]] = [:]
        for value in values { groups[try keyForValue(value), default: []].append(value) }
        self = groups
      }
      /// The keys, in no particular order.
      var keys: _DictionaryKeys<Key, Value> { _DictionaryKeys(_base: self) }
      /// The values, in no particular order.
      var values: _DictionaryValues<Key, Value> { _DictionaryValues(_base: self) }
      /// Some entry; nil if there is none.
      var first: (key: Key, value: Value)? {
        for entry in self { return entry }
        return nil
      }
      /// Takes some entry out; nil if there is none.
      mutating func popFirst() -> (key: Key, value: Value)? {
        guard let entry = first else { return nil }
        removeValue(forKey: entry.key)
        return entry
      }
      /// The same keys, with the results of `transform` for their values.
      func mapValues<U>(_ transform: (Value) throws -> U) rethrows -> [Key: U] {
        var result: [Key: U] = [:]
        for (key, value) in self { result[key] = try transform(value) }
        return result
      }
      /// The same keys, with the results of `transform` for their values, where these are not nil.
      func compactMapValues<U>(_ transform: (Value) throws -> U?) rethrows -> [Key: U] {
        var result: [Key: U] = [:]
        for (key, value) in self { if let new = try transform(value) { result[key] = new } }
        return result
      }
      /// The entries for which `isIncluded` is true.
      func filter(_ isIncluded: ((key: Key, value: Value)) throws -> Bool) rethrows -> [Key: Value] {
        var result: [Key: Value] = [:]
        for entry in self { if try isIncluded(entry) { result[entry.key] = entry.value } }
        return result
      }
      /// Takes over the entries of another dictionary; `combine` makes one value of two with the same key.
      mutating func merge(_ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows {
        for (key, value) in other {
          if let old = self[key] { self[key] = try combine(old, value) } else { self[key] = value }
        }
      }
      /// Takes over a sequence of pairs; `combine` makes one value of two with the same key.
      mutating func merge<S: Sequence>(
        _ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value
      ) rethrows where S.Element == (Key, Value) {
        for (key, value) in other {
          if let old = self[key] { self[key] = try combine(old, value) } else { self[key] = value }
        }
      }
      /// The entries of both; `combine` makes one value of two with the same key.
      func merging(
        _ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value
      ) rethrows -> [Key: Value] {
        var result = self
        try result.merge(other, uniquingKeysWith: combine)
        return result
      }
      /// The entries of both; `combine` makes one value of two with the same key.
      func merging<S: Sequence>(
        _ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value
      ) rethrows -> [Key: Value] where S.Element == (Key, Value) {
        var result = self
        try result.merge(other, uniquingKeysWith: combine)
        return result
      }
      /// Some entry that chance chooses; nil if there is none.
      func randomElement() -> (key: Key, value: Value)? { Array(self).randomElement() }
    }
    extension _DictionaryKeys: _WrapperSequence { typealias Element = Key }
    extension _DictionaryKeys {
      /// How many keys there are.
      var count: Int { _base.count }
      /// Whether there are no keys.
      var isEmpty: Bool { _base.isEmpty }
      /// Some key; nil if there is none.
      var first: Key? {
        for key in self { return key }
        return nil
      }
      /// Whether a key is there.
      func contains(_ element: Key) -> Bool { _base[element] != nil }
      /// Some key that chance chooses; nil if there is none.
      func randomElement() -> Key? { Array(self).randomElement() }
    }
    extension _DictionaryKeys: Equatable {}
    extension _DictionaryValues: _WrapperSequence { typealias Element = Value }
    extension _DictionaryValues {
      /// How many values there are.
      var count: Int { _base.count }
      /// Whether there are no values.
      var isEmpty: Bool { _base.isEmpty }
      /// Some value; nil if there is none.
      var first: Value? {
        for value in self { return value }
        return nil
      }
      /// Some value that chance chooses; nil if there is none.
      func randomElement() -> Value? { Array(self).randomElement() }
    }

    """

  static let sets = """
    extension Set {
      /// Some element; nil if there is none.
      var first: Element? {
        for element in self { return element }
        return nil
      }
      /// The elements for which `isIncluded` is true.
      func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Set<Element> {
        var result: Set<Element> = []
        for element in self { if try isIncluded(element) { result.insert(element) } }
        return result
      }
      /// The elements of both.
      func union<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element { union(Set(other)) }
      /// The elements that both have.
      func intersection<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
        intersection(Set(other))
      }
      /// The elements that are not in the other.
      func subtracting<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element { subtracting(Set(other)) }
      /// The elements in only one of both.
      func symmetricDifference<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
        symmetricDifference(Set(other))
      }
      /// Adds the elements of a sequence.
      mutating func formUnion<S: Sequence>(_ other: S) where S.Element == Element {
        for element in other { insert(element) }
      }
      /// Keeps only the elements that are in the other, too.
      mutating func formIntersection<S: Sequence>(_ other: S) where S.Element == Element {
        self = intersection(Set(other))
      }
      /// Takes the elements of a sequence out.
      mutating func subtract<S: Sequence>(_ other: S) where S.Element == Element {
        for element in Array(other) { remove(element) }
      }
      /// Keeps the elements that are in only one of both.
      mutating func formSymmetricDifference<S: Sequence>(_ other: S) where S.Element == Element {
        self = symmetricDifference(Set(other))
      }
      /// Whether the other has all elements.
      func isSubset<S: Sequence>(of other: S) -> Bool where S.Element == Element { isSubset(of: Set(other)) }
      /// Whether all elements of the other are here.
      func isSuperset<S: Sequence>(of other: S) -> Bool where S.Element == Element { Set(other).isSubset(of: self) }
      /// Whether the other has all elements, and more.
      func isStrictSubset(of other: Set<Element>) -> Bool { count < other.count && isSubset(of: other) }
      /// Whether all elements of the other are here, and more.
      func isStrictSuperset(of other: Set<Element>) -> Bool { count > other.count && other.isSubset(of: self) }
      /// Whether both have no element in common.
      func isDisjoint<S: Sequence>(with other: S) -> Bool where S.Element == Element {
        for element in other { if contains(element) { return false } }
        return true
      }
      /// Takes some element out; nil if there is none.
      mutating func popFirst() -> Element? {
        guard let element = first else { return nil }
        return remove(element)
      }
      /// Takes some element out.
      @discardableResult mutating func removeFirst() -> Element {
        guard let element = first else { fatalError("an empty set has no element to remove") }
        remove(element)
        return element
      }
      /// Puts an element in, also in the place of an equal one, which it gives; nil if there was none.
      @discardableResult mutating func update(with newMember: Element) -> Element? {
        let old = remove(newMember)
        insert(newMember)
        return old
      }
      /// Some element that chance chooses; nil if there is none.
      func randomElement() -> Element? { Array(self).randomElement() }
      /// Some element that `generator` chooses; nil if there is none.
      func randomElement<T: RandomNumberGenerator>(using generator: inout T) -> Element? {
        Array(self).randomElement(using: &generator)
      }
    }

    """
}
