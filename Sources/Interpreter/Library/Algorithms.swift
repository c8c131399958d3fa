/// The part of the standard library that is written in the language itself: compiled for each type it is used with,
/// so that `map` over whole numbers is a loop over whole numbers.
enum Algorithms {
  static let text =
    keyPaths + Primitives.weakTypes + sequences + elements + orderings + collections + slices + lazy + iterators
    + dictionaries + sets
    + optionals + ranges + strides + strings + numbers + optionSets + layouts + descriptions

  static let sequences = """
    extension Sequence {
      func _copyToArray() -> [Element] {
        var result: [Element] = []
        for element in self { result.append(element) }
        return result
      }
      /// The results of `transform` for each element.
      func map<U>(_ transform: (Element) throws -> U) rethrows -> [U] {
        var result: [U] = []
        for element in self { result.append(try transform(element)) }
        return result
      }
      /// The elements for which `isIncluded` is true.
      func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
        var result: [Element] = []
        for element in self { if try isIncluded(element) { result.append(element) } }
        return result
      }
      /// Combines the elements from first to last, starting with `initial`.
      func reduce<Result>(_ initial: Result, _ next: (Result, Element) throws -> Result) rethrows -> Result {
        var result = initial
        for element in self { result = try next(result, element) }
        return result
      }
      /// Changes `initial` by each element from first to last.
      func reduce<Result>(into initial: Result, _ update: (inout Result, Element) throws -> Void) rethrows -> Result {
        var result = initial
        for element in self { try update(&result, element) }
        return result
      }
      /// Calls `body` for each element.
      func forEach(_ body: (Element) throws -> Void) rethrows {
        for element in self { try body(element) }
      }
      /// The results of `transform` that are not nil.
      func compactMap<U>(_ transform: (Element) throws -> U?) rethrows -> [U] {
        var result: [U] = []
        for element in self { if let value = try transform(element) { result.append(value) } }
        return result
      }
      /// The results of `transform`, one sequence after the other.
      func flatMap<S: Sequence>(_ transform: (Element) throws -> S) rethrows -> [S.Element] {
        var result: [S.Element] = []
        for element in self { for part in try transform(element) { result.append(part) } }
        return result
      }
      /// Pairs of a number, from 0 on, and an element.
      func enumerated() -> EnumeratedSequence<Self> { EnumeratedSequence(_base: self) }
      /// The elements from last to first.
      func reversed() -> [Element] {
        var result = Array(self)
        result.reverse()
        return result
      }
      /// Fewer elements than this are certainly not there.
      var underestimatedCount: Int { 0 }
      /// Whether `predicate` is true for an element.
      func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool {
        for element in self { if try predicate(element) { return true } }
        return false
      }
      /// Whether `predicate` is true for every element.
      func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool {
        for element in self { if !(try predicate(element)) { return false } }
        return true
      }
      /// The first element for which `predicate` is true.
      func first(where predicate: (Element) throws -> Bool) rethrows -> Element? {
        for element in self { if try predicate(element) { return element } }
        return nil
      }
      /// For how many elements `predicate` is true.
      func count(where predicate: (Element) throws -> Bool) rethrows -> Int {
        var result = 0
        for element in self { if try predicate(element) { result += 1 } }
        return result
      }
      /// The first `maxLength` elements, or all if there are fewer.
      func prefix(_ maxLength: Int) -> PrefixSequence<Self> {
        precondition(maxLength >= 0, "a number of elements cannot be negative")
        return PrefixSequence(_base: self, _maxLength: maxLength)
      }
      /// The elements before the first for which `predicate` is false.
      func prefix(while predicate: (Element) throws -> Bool) rethrows -> [Element] {
        var result: [Element] = []
        for element in self {
          if !(try predicate(element)) { break }
          result.append(element)
        }
        return result
      }
      /// All elements but the first `count`.
      func dropFirst(_ count: Int = 1) -> DropFirstSequence<Self> {
        precondition(count >= 0, "a number of elements cannot be negative")
        return DropFirstSequence(_base: self, _limit: count)
      }
      /// The elements from the first on for which `predicate` is false.
      func drop(while predicate: (Element) throws -> Bool) rethrows -> [Element] {
        var result: [Element] = []
        var isDropping = true
        for element in self {
          if isDropping { isDropping = try predicate(element) }
          if !isDropping { result.append(element) }
        }
        return result
      }
      /// The last `maxLength` elements, or all if there are fewer.
      func suffix(_ maxLength: Int) -> [Element] {
        precondition(maxLength >= 0, "a number of elements cannot be negative")
        return Array(Array(self).suffix(maxLength))
      }
      /// All elements but the last `count`.
      func dropLast(_ count: Int = 1) -> [Element] {
        precondition(count >= 0, "a number of elements cannot be negative")
        return Array(Array(self).dropLast(count))
      }
      /// The pieces between the elements for which `isSeparator` is true.
      func split(
        maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true,
        whereSeparator isSeparator: (Element) throws -> Bool
      ) rethrows -> [ArraySlice<Element>] {
        let all = Array(self)
        return try all.split(
          maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences, whereSeparator: isSeparator)
      }
      /// Whether two sequences have as many elements, each equal by `areEquivalent`.
      func elementsEqual<S: Sequence>(
        _ other: S, by areEquivalent: (Element, S.Element) throws -> Bool
      ) rethrows -> Bool {
        let left = Array(self)
        let right = Array(other)
        if left.count != right.count { return false }
        for index in 0..<left.count { if !(try areEquivalent(left[index], right[index])) { return false } }
        return true
      }
      /// Whether the sequence begins with elements that are equal to those of `possiblePrefix` by `areEquivalent`.
      func starts<S: Sequence>(
        with possiblePrefix: S, by areEquivalent: (Element, S.Element) throws -> Bool
      ) rethrows -> Bool {
        let left = Array(self)
        let right = Array(possiblePrefix)
        if left.count < right.count { return false }
        for index in 0..<right.count { if !(try areEquivalent(left[index], right[index])) { return false } }
        return true
      }
    }

    """

  /// What sequences can do because of what their elements are.
  static let elements = """
    extension Sequence where Element: Equatable {
      /// Whether an element equals `element`.
      func contains(_ element: Element) -> Bool {
        for other in self { if other == element { return true } }
        return false
      }
      /// Whether the elements of both are equal, in order.
      func elementsEqual<S: Sequence>(_ other: S) -> Bool where S.Element == Element {
        Array(self) == Array(other)
      }
      /// Whether the sequence begins with the elements of `possiblePrefix`.
      func starts<S: Sequence>(with possiblePrefix: S) -> Bool where S.Element == Element {
        let start = Array(possiblePrefix)
        let all = Array(self)
        return all.count >= start.count && Array(all.prefix(start.count)) == start
      }
      /// The pieces between the elements that are equal to `separator`.
      func split(
        separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true
      ) -> [ArraySlice<Element>] {
        Array(self).split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences) {
          $0 == separator
        }
      }
    }
    extension Sequence where Element == String {
      /// The strings, one after the other.
      func joined() -> String { joined(separator: "") }
      /// The strings, one after the other, with `separator` between.
      func joined(separator: String) -> String {
        _joinTexts(Array(self), separator)
      }
    }
    extension Sequence where Element == Substring {
      /// The parts, one after the other.
      func joined() -> String { joined(separator: "") }
      /// The parts, one after the other, with `separator` between.
      func joined(separator: String) -> String {
        var result = ""
        var isFirst = true
        for text in self {
          if !isFirst { result += separator }
          result += String(text)
          isFirst = false
        }
        return result
      }
    }
    extension Sequence where Element: Sequence {
      /// The elements of the sequences, one after the other.
      func joined() -> FlattenSequence<Self> { FlattenSequence(_base: self) }
      /// The elements of the sequences, one after the other, with those of `separator` between.
      func joined<S: Sequence>(separator: S) -> JoinedSequence<Self> where S.Element == Element.Element {
        JoinedSequence(_base: self, _separator: Array(separator))
      }
    }
    struct FlattenSequence<Base: Sequence>: Sequence where Base.Element: Sequence {
      var _base: Base
      func makeIterator() -> IndexingIterator<[Base.Element.Element]> {
        var result: [Base.Element.Element] = []
        for part in _base { for element in part { result.append(element) } }
        return IndexingIterator(_elements: result)
      }
    }
    extension FlattenSequence where Base: Collection, Base.Element: Collection {
      /// How many elements there are.
      var count: Int {
        var result = 0
        for part in _base { result += part.count }
        return result
      }
      /// Whether there are no elements.
      var isEmpty: Bool {
        for part in _base { if !part.isEmpty { return false } }
        return true
      }
      /// The first element; nil if there is none.
      var first: Base.Element.Element? {
        for part in _base { if let element = part.first { return element } }
        return nil
      }
    }
    struct JoinedSequence<Base: Sequence>: Sequence where Base.Element: Sequence {
      var _base: Base
      var _separator: [Base.Element.Element]
      func makeIterator() -> IndexingIterator<[Base.Element.Element]> {
        var result: [Base.Element.Element] = []
        var isFirst = true
        for part in _base {
          if !isFirst { result.append(contentsOf: _separator) }
          isFirst = false
          for element in part { result.append(element) }
        }
        return IndexingIterator(_elements: result)
      }
    }
    extension Sequence where Element: Comparable {
      /// Whether the sequence comes before `other` as words do in a dictionary.
      func lexicographicallyPrecedes<S: Sequence>(_ other: S) -> Bool where S.Element == Element {
        lexicographicallyPrecedes(other) { $0 < $1 }
      }
    }
    extension Sequence {
      /// Whether the sequence comes before `other` as words do in a dictionary.
      func lexicographicallyPrecedes<S: Sequence>(
        _ other: S, by areInIncreasingOrder: (Element, Element) throws -> Bool
      ) rethrows -> Bool where S.Element == Element {
        let right = Array(other)
        var index = 0
        for left in self {
          if index == right.count { return false }
          if try areInIncreasingOrder(left, right[index]) { return true }
          if try areInIncreasingOrder(right[index], left) { return false }
          index += 1
        }
        return index < right.count
      }
      /// The elements in an order that chance decides.
      func shuffled() -> [Element] {
        var result = Array(self)
        result.shuffle()
        return result
      }
      /// The elements in an order that `generator` decides.
      func shuffled<T: RandomNumberGenerator>(using generator: inout T) -> [Element] {
        var result = Array(self)
        result.shuffle(using: &generator)
        return result
      }
    }
    /// Pairs of the elements at the same place; ends with the shorter one.
    func zip<A: Sequence, B: Sequence>(_ first: A, _ second: B) -> Zip2Sequence<A, B> {
      Zip2Sequence(_sequence1: first, _sequence2: second)
    }

    """
}
