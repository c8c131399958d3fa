/// The part of the standard library that is written in the language itself: compiled for each type it is used with,
/// so that `map` over whole numbers is a loop over whole numbers.
enum Algorithms {
  static let text = keyPaths + iterators + sequences + orderings + collections + optionals + descriptions

  private static let keyPaths = """
    /// The way to a member, as a value: `\\Point.x`.
    class KeyPath<Root, Value> {
      let _get: (Root) -> Value
      init(_get: @escaping (Root) -> Value) { self._get = _get }
    }
    /// A key path whose member can be changed where the whole can.
    class WritableKeyPath<Root, Value>: KeyPath<Root, Value> {
      let _set: (inout Root, Value) -> Void
      init(_get: @escaping (Root) -> Value, _set: @escaping (inout Root, Value) -> Void) {
        self._set = _set
        super.init(_get: _get)
      }
    }
    /// A key path into an object.
    class ReferenceWritableKeyPath<Root, Value>: WritableKeyPath<Root, Value> {}
    protocol _KeyPathRoot {}
    extension _KeyPathRoot {
      subscript<Value>(keyPath path: WritableKeyPath<Self, Value>) -> Value {
        get { path._get(self) }
        set { path._set(&self, newValue) }
      }
      subscript<Value>(keyPath path: KeyPath<Self, Value>) -> Value { path._get(self) }
    }

    """

  private static let iterators = """
    /// Goes through the elements of a collection.
    struct IndexingIterator<Elements: Sequence>: IteratorProtocol, Sequence {
      let _elements: [Elements.Element]
      var _position = 0
      mutating func next() -> Elements.Element? {
        if _position == _elements.count { return nil }
        _position += 1
        return _elements[_position - 1]
      }
    }
    struct _CountingIterator<Bound: BinaryInteger>: IteratorProtocol, Sequence {
      var _next: Bound
      let _end: Bound?
      mutating func next() -> Bound? {
        if _next == _end { return nil }
        _next += 1
        return _next - 1
      }
    }
    extension Array {
      subscript(index: Int) -> Element {
        get { self[index] }
        set { self[index] = newValue }
      }
      func makeIterator() -> IndexingIterator<[Element]> { IndexingIterator(_elements: self) }
    }
    extension Set {
      func makeIterator() -> IndexingIterator<Set<Element>> { IndexingIterator(_elements: Array(self)) }
    }
    extension Dictionary {
      func makeIterator() -> IndexingIterator<[Key: Value]> { IndexingIterator(_elements: Array(self)) }
    }
    extension String {
      func makeIterator() -> IndexingIterator<String> { IndexingIterator(_elements: Array(self)) }
    }
    extension Range where Bound: BinaryInteger {
      func makeIterator() -> _CountingIterator<Bound> { _CountingIterator(_next: lowerBound, _end: upperBound) }
    }
    extension ClosedRange where Bound: BinaryInteger {
      func makeIterator() -> IndexingIterator<ClosedRange<Bound>> { IndexingIterator(_elements: Array(self)) }
    }
    extension PartialRangeFrom where Bound: BinaryInteger {
      func makeIterator() -> _CountingIterator<Bound> { _CountingIterator(_next: lowerBound, _end: nil) }
    }
    extension StrideTo {
      func makeIterator() -> IndexingIterator<StrideTo<Bound>> { IndexingIterator(_elements: Array(self)) }
    }
    extension StrideThrough {
      func makeIterator() -> IndexingIterator<StrideThrough<Bound>> { IndexingIterator(_elements: Array(self)) }
    }

    """

  private static let sequences = """
    extension Sequence where Self: IteratorProtocol {
      /// The sequence is its own iterator.
      func makeIterator() -> Self { self }
    }
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
      func enumerated() -> [(offset: Int, element: Element)] {
        var result: [(offset: Int, element: Element)] = []
        var offset = 0
        for element in self {
          result.append((offset: offset, element: element))
          offset += 1
        }
        return result
      }
      /// The elements from last to first.
      func reversed() -> [Element] {
        var result = Array(self)
        result.reverse()
        return result
      }
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
      /// The last element for which `predicate` is true.
      func last(where predicate: (Element) throws -> Bool) rethrows -> Element? {
        var result: Element? = nil
        for element in self { if try predicate(element) { result = element } }
        return result
      }
      /// For how many elements `predicate` is true.
      func count(where predicate: (Element) throws -> Bool) rethrows -> Int {
        var result = 0
        for element in self { if try predicate(element) { result += 1 } }
        return result
      }
      /// The first `count` elements, or all if there are fewer.
      func prefix(_ count: Int) -> [Element] {
        precondition(count >= 0, "a number of elements cannot be negative")
        var result: [Element] = []
        if count == 0 { return result }
        for element in self {
          result.append(element)
          if result.count == count { break }
        }
        return result
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
      func dropFirst(_ count: Int = 1) -> [Element] {
        precondition(count >= 0, "a number of elements cannot be negative")
        var result: [Element] = []
        var left = count
        for element in self { if left > 0 { left -= 1 } else { result.append(element) } }
        return result
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
      /// The last `count` elements, or all if there are fewer.
      func suffix(_ count: Int) -> [Element] {
        precondition(count >= 0, "a number of elements cannot be negative")
        let all = Array(self)
        return all.count <= count ? all : all.dropFirst(all.count - count)
      }
      /// All elements but the last `count`.
      func dropLast(_ count: Int = 1) -> [Element] {
        precondition(count >= 0, "a number of elements cannot be negative")
        let all = Array(self)
        return all.count <= count ? [] : all.prefix(all.count - count)
      }
    }
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
      /// Whether the sequence begins with the elements of `prefix`.
      func starts<S: Sequence>(with prefix: S) -> Bool where S.Element == Element {
        let start = Array(prefix)
        return Array(self.prefix(start.count)) == start
      }
    }
    extension Sequence where Element == String {
      /// The strings, one after the other, with `separator` between.
      func joined() -> String { joined(separator: "") }
      /// The strings, one after the other, with `separator` between.
      func joined(separator: String) -> String {
        _joinTexts(Array(self), separator)
      }
    }
    extension Sequence where Element: Sequence {
      /// The elements of the sequences, one after the other.
      func joined() -> [Element.Element] {
        var result: [Element.Element] = []
        for part in self { for element in part { result.append(element) } }
        return result
      }
    }
    extension Range where Bound: BinaryInteger {
      /// The first number; nil if there is none.
      var first: Bound? { isEmpty ? nil : lowerBound }
      /// The last number; nil if there is none.
      var last: Bound? { isEmpty ? nil : upperBound - 1 }
    }
    extension ClosedRange where Bound: BinaryInteger {
      /// The first number.
      var first: Bound? { lowerBound }
      /// The last number.
      var last: Bound? { upperBound }
    }
    /// Pairs of the elements at the same place; ends with the shorter one.
    func zip<A: Sequence, B: Sequence>(_ first: A, _ second: B) -> [(A.Element, B.Element)] {
      let left = Array(first)
      let right = Array(second)
      var result: [(A.Element, B.Element)] = []
      let count = left.count < right.count ? left.count : right.count
      for index in 0..<count { result.append((left[index], right[index])) }
      return result
    }

    """

  private static let orderings = """
    extension Sequence where Element: Comparable {
      /// The elements in increasing order.
      func sorted() -> [Element] {
        var source = Array(self)
        if source.count < 2 || source._sortPlain() { return source }
        var target = source
        var width = 1
        while width < source.count {
          var start = 0
          while start < source.count {
            var left = start
            var right = start + width < source.count ? start + width : source.count
            let middle = right
            let end = start + 2 * width < source.count ? start + 2 * width : source.count
            for place in start..<end {
              if left < middle && (right >= end || !(source[right] < source[left])) {
                target[place] = source[left]
                left += 1
              } else {
                target[place] = source[right]
                right += 1
              }
            }
            start += 2 * width
          }
          swap(&source, &target)
          width *= 2
        }
        return source
      }
      /// The smallest element; nil if there are none.
      func min() -> Element? {
        var result: Element? = nil
        for element in self {
          if let best = result { if element < best { result = element } } else { result = element }
        }
        return result
      }
      /// The largest element; nil if there are none.
      func max() -> Element? {
        var result: Element? = nil
        for element in self {
          if let best = result { if !(element < best) { result = element } } else { result = element }
        }
        return result
      }
    }
    extension Sequence {
      /// The elements in the order that the function describes.
      func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element] {
        var source = Array(self)
        if source.count < 2 { return source }
        var target = source
        var width = 1
        while width < source.count {
          var start = 0
          while start < source.count {
            var left = start
            var right = start + width < source.count ? start + width : source.count
            let middle = right
            let end = start + 2 * width < source.count ? start + 2 * width : source.count
            for place in start..<end {
              var takesLeft = left < middle
              if takesLeft && right < end { takesLeft = !(try areInIncreasingOrder(source[right], source[left])) }
              if takesLeft {
                target[place] = source[left]
                left += 1
              } else {
                target[place] = source[right]
                right += 1
              }
            }
            start += 2 * width
          }
          swap(&source, &target)
          width *= 2
        }
        return source
      }
      /// The first element in the order that the function describes.
      func min(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
        var result: Element? = nil
        for element in self {
          if let best = result {
            if try areInIncreasingOrder(element, best) { result = element }
          } else {
            result = element
          }
        }
        return result
      }
      /// The last element in the order that the function describes.
      func max(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
        var result: Element? = nil
        for element in self {
          if let best = result {
            if try areInIncreasingOrder(best, element) { result = element }
          } else {
            result = element
          }
        }
        return result
      }
    }

    """

  private static let collections = """
    extension Array {
      /// Where the first element stands for which `predicate` is true.
      func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Int? {
        for index in 0..<count { if try predicate(self[index]) { return index } }
        return nil
      }
      /// Where the last element stands for which `predicate` is true.
      func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Int? {
        var index = count
        while index > 0 {
          index -= 1
          if try predicate(self[index]) { return index }
        }
        return nil
      }
      /// Turns the order around.
      mutating func reverse() {
        var low = 0
        var high = count - 1
        while low < high {
          swapAt(low, high)
          low += 1
          high -= 1
        }
      }
      /// Puts the elements into the order that the function describes.
      mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
        self = try sorted(by: areInIncreasingOrder)
      }
      /// Takes the elements out for which `shouldBeRemoved` is true.
      mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows {
        self = try filter { element in !(try shouldBeRemoved(element)) }
      }
    }
    extension Array where Element: Equatable {
      /// Where the first element stands that equals `element`.
      func firstIndex(of element: Element) -> Int? {
        for index in 0..<count { if self[index] == element { return index } }
        return nil
      }
      /// Where the last element stands that equals `element`.
      func lastIndex(of element: Element) -> Int? {
        var index = count
        while index > 0 {
          index -= 1
          if self[index] == element { return index }
        }
        return nil
      }
    }
    extension Array where Element: Comparable {
      /// Puts the elements into increasing order.
      mutating func sort() { self = sorted() }
    }
    extension Dictionary {
      /// The same keys, with the results of `transform` for their values.
      func mapValues<U>(_ transform: (Value) throws -> U) rethrows -> [Key: U] {
        var result: [Key: U] = [:]
        for (key, value) in self { result[key] = try transform(value) }
        return result
      }
      /// The entries for which `isIncluded` is true.
      func filter(_ isIncluded: ((key: Key, value: Value)) throws -> Bool) rethrows -> [Key: Value] {
        var result: [Key: Value] = [:]
        for entry in self { if try isIncluded(entry) { result[entry.key] = entry.value } }
        return result
      }
    }

    """

  private static let optionals = """
    extension Optional {
      /// The result of `transform` for the value, if there is one.
      func map<U>(_ transform: (Wrapped) throws -> U) rethrows -> U? {
        guard let value = self else { return nil }
        return try transform(value)
      }
      /// The result of `transform`, which may be nil, for the value, if there is one.
      func flatMap<U>(_ transform: (Wrapped) throws -> U?) rethrows -> U? {
        guard let value = self else { return nil }
        return try transform(value)
      }
    }

    """

  private static let descriptions = """
    extension BinaryInteger {
      /// The digits, as text.
      var description: String { "\\(self)" }
    }
    extension Double {
      /// The number, as text.
      var description: String { "\\(self)" }
    }
    extension Double {
      /// Whether it is negative.
      var sign: FloatingPointSign { self < 0 || 1 / self < 0 ? .minus : .plus }
    }
    extension Float {
      /// Whether it is negative.
      var sign: FloatingPointSign { self < 0 || 1 / self < 0 ? .minus : .plus }
    }
    extension Float {
      /// The number, as text.
      var description: String { "\\(self)" }
    }
    extension Bool {
      /// `true` or `false`.
      var description: String { self ? "true" : "false" }
    }
    extension String {
      /// The text itself.
      var description: String { self }
    }
    extension Character {
      /// The character, as text.
      var description: String { "\\(self)" }
    }
    extension Array {
      /// The elements in brackets.
      var description: String { "\\(self)" }
    }
    """
}
