extension Algorithms {
  /// Parts of collections that keep the places of their base.
  static let slices = """
    extension Collection {
      /// The first `maxLength` elements, or all if there are fewer.
      func prefix(_ maxLength: Int) -> SubSequence {
        precondition(maxLength >= 0, "a number of elements cannot be negative")
        return _slice(startIndex..<(index(startIndex, offsetBy: maxLength, limitedBy: endIndex) ?? endIndex))
      }
      /// The last `maxLength` elements, or all if there are fewer.
      func suffix(_ maxLength: Int) -> SubSequence {
        precondition(maxLength >= 0, "a number of elements cannot be negative")
        let surplus = count - maxLength
        return _slice(index(startIndex, offsetBy: surplus > 0 ? surplus : 0)..<endIndex)
      }
      /// All elements but the first `count`.
      func dropFirst(_ count: Int = 1) -> SubSequence {
        precondition(count >= 0, "a number of elements cannot be negative")
        return _slice((index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex)..<endIndex)
      }
      /// All elements but the last `count`.
      func dropLast(_ count: Int = 1) -> SubSequence {
        precondition(count >= 0, "a number of elements cannot be negative")
        let left = self.count - count
        return _slice(startIndex..<index(startIndex, offsetBy: left > 0 ? left : 0))
      }
      /// The elements before the first for which `predicate` is false.
      func prefix(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
        var place = startIndex
        while place != endIndex {
          if !(try predicate(self[place])) { break }
          place = index(after: place)
        }
        return _slice(startIndex..<place)
      }
      /// The elements from the first on for which `predicate` is false.
      func drop(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
        var place = startIndex
        while place != endIndex {
          if !(try predicate(self[place])) { break }
          place = index(after: place)
        }
        return _slice(place..<endIndex)
      }
      /// The elements before a place.
      func prefix(upTo end: Index) -> SubSequence { _slice(startIndex..<end) }
      /// The elements up to a place, with the one there.
      func prefix(through end: Index) -> SubSequence { _slice(startIndex..<index(after: end)) }
      /// The elements from a place on.
      func suffix(from start: Index) -> SubSequence { _slice(start..<endIndex) }
      /// The pieces between the elements for which `isSeparator` is true.
      func split(
        maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true,
        whereSeparator isSeparator: (Element) throws -> Bool
      ) rethrows -> [SubSequence] {
        precondition(maxSplits >= 0, "the number of splits cannot be negative")
        var result: [SubSequence] = []
        var start = startIndex
        var place = startIndex
        while place != endIndex && result.count < maxSplits {
          let isFound = try isSeparator(self[place])
          let next = index(after: place)
          if isFound {
            if start != place || !omittingEmptySubsequences { result.append(_slice(start..<place)) }
            start = next
          }
          place = next
        }
        if start != endIndex || !omittingEmptySubsequences { result.append(_slice(start..<endIndex)) }
        return result
      }
    }
    extension Collection where Element: Equatable {
      /// The pieces between the elements that are equal to `separator`.
      func split(
        separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true
      ) -> [SubSequence] {
        split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences) { $0 == separator }
      }
    }
    struct Slice<Base: Collection>: Collection {
      typealias SubSequence = Slice<Base>
      let startIndex: Base.Index
      let endIndex: Base.Index
      let base: Base
      func index(after i: Base.Index) -> Base.Index { base.index(after: i) }
      subscript(position: Base.Index) -> Base.Element { base[position] }
      func _slice(_ bounds: Range<Base.Index>) -> Slice<Base> { self[bounds] }
      subscript(bounds: Range<Base.Index>) -> Slice<Base> {
        Slice(startIndex: bounds.lowerBound, endIndex: bounds.upperBound, base: base)
      }
    }
    extension Collection {
      func _slice(_ bounds: Range<Index>) -> Slice<Self> {
        Slice(startIndex: bounds.lowerBound, endIndex: bounds.upperBound, base: self)
      }
      /// The elements between two places.
      subscript(bounds: Range<Index>) -> SubSequence { _slice(bounds) }
    }
    extension ArraySlice: RandomAccessCollection, MutableCollection {
      typealias Index = Int
      typealias SubSequence = ArraySlice<Element>
    }
    extension ArraySlice {
      func _slice(_ bounds: Range<Int>) -> ArraySlice<Element> { self[bounds] }
      func makeIterator() -> IndexingIterator<ArraySlice<Element>> { IndexingIterator(_elements: Array(self)) }
      /// An empty slice.
      init() { self = ([] as [Element])[...] }
      /// The elements of a sequence.
      init<S: Sequence>(_ elements: S) where S.Element == Element { self = Array(elements)[...] }
      /// How many elements there are.
      var count: Int { endIndex - startIndex }
      /// Whether there are no elements.
      var isEmpty: Bool { startIndex == endIndex }
      /// The first element; nil if there is none.
      var first: Element? { isEmpty ? nil : _base[startIndex] }
      /// The last element; nil if there is none.
      var last: Element? { isEmpty ? nil : _base[endIndex - 1] }
      /// The places of all elements.
      var indices: Range<Int> { startIndex..<endIndex }
      /// The place after `i`.
      func index(after i: Int) -> Int { i + 1 }
      /// The place before `i`.
      func index(before i: Int) -> Int { i - 1 }
      /// The place `distance` elements from `i`.
      func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
      /// The element at a place: a slice counts as the array does that it is a part of.
      subscript(index: Int) -> Element {
        get {
          if index < startIndex || index >= endIndex { _failIndex(index) }
          return _base[index]
        }
        set {
          if index < startIndex || index >= endIndex { _failIndex(index) }
          _base[index] = newValue
        }
      }
      /// The part between two places.
      subscript(range: Range<Int>) -> ArraySlice<Element> {
        get {
          if range.lowerBound < startIndex || range.upperBound > endIndex { _failRange(range) }
          return ArraySlice(_base: _base, startIndex: range.lowerBound, endIndex: range.upperBound)
        }
        set { replaceSubrange(range, with: newValue) }
      }
      subscript(range: ClosedRange<Int>) -> ArraySlice<Element> {
        get { self[range.lowerBound..<range.upperBound + 1] }
        set { self[range.lowerBound..<range.upperBound + 1] = newValue }
      }
      subscript(range: PartialRangeFrom<Int>) -> ArraySlice<Element> {
        get { self[range.lowerBound..<endIndex] }
        set { self[range.lowerBound..<endIndex] = newValue }
      }
      subscript(range: PartialRangeUpTo<Int>) -> ArraySlice<Element> {
        get { self[startIndex..<range.upperBound] }
        set { self[startIndex..<range.upperBound] = newValue }
      }
      subscript(range: PartialRangeThrough<Int>) -> ArraySlice<Element> {
        get { self[startIndex..<range.upperBound + 1] }
        set { self[startIndex..<range.upperBound + 1] = newValue }
      }
      subscript(range: UnboundedRange) -> ArraySlice<Element> { self }
      func _failIndex(_ index: Int) {
        fatalError("index \\(index) is out of range: this slice has the indices \\(startIndex)..<\\(endIndex)")
      }
      func _failRange(_ range: Range<Int>) {
        fatalError("the range \\(range) is out of bounds: this slice has the indices \\(startIndex)..<\\(endIndex)")
      }
      /// Puts the elements of a sequence in the place of others.
      mutating func replaceSubrange<S: Sequence>(_ range: Range<Int>, with elements: S) where S.Element == Element {
        if range.lowerBound < startIndex || range.upperBound > endIndex { _failRange(range) }
        let new = Array(elements)
        _base._replace(range.lowerBound, range.upperBound, new)
        endIndex += new.count - range.count
      }
      /// Adds an element at the end.
      mutating func append(_ element: Element) {
        _base.insert(element, at: endIndex)
        endIndex += 1
      }
      /// Adds the elements of a sequence at the end.
      mutating func append<S: Sequence>(contentsOf elements: S) where S.Element == Element {
        replaceSubrange(endIndex..<endIndex, with: elements)
      }
      /// Puts an element before another one.
      mutating func insert(_ element: Element, at index: Int) { replaceSubrange(index..<index, with: [element]) }
      /// Takes an element out.
      @discardableResult mutating func remove(at index: Int) -> Element {
        let result = self[index]
        replaceSubrange(index..<index + 1, with: [])
        return result
      }
      /// Takes the first element out.
      @discardableResult mutating func removeFirst() -> Element {
        let result = self[startIndex]
        startIndex += 1
        return result
      }
      /// Takes the last element out.
      @discardableResult mutating func removeLast() -> Element {
        let result = self[endIndex - 1]
        endIndex -= 1
        return result
      }
      /// Takes the first elements out.
      mutating func removeFirst(_ count: Int) { self = self[startIndex + count..<endIndex] }
      /// Takes the last elements out.
      mutating func removeLast(_ count: Int) { self = self[startIndex..<endIndex - count] }
      /// Takes the first element out; nil if there is none.
      mutating func popFirst() -> Element? { isEmpty ? nil : removeFirst() }
      /// Takes the last element out; nil if there is none.
      mutating func popLast() -> Element? { isEmpty ? nil : removeLast() }
      /// Exchanges two elements.
      mutating func swapAt(_ i: Int, _ j: Int) {
        let element = self[i]
        self[i] = self[j]
        self[j] = element
      }
      /// Turns the order around.
      mutating func reverse() { replaceSubrange(startIndex..<endIndex, with: Array(self.reversed())) }
      /// Puts the elements into the order that the function describes.
      mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
        replaceSubrange(startIndex..<endIndex, with: try sorted(by: areInIncreasingOrder))
      }
    }
    extension ArraySlice where Element: Comparable {
      /// Puts the elements into increasing order.
      mutating func sort() { replaceSubrange(startIndex..<endIndex, with: sorted()) }
    }
    extension ArraySlice: Equatable where Element: Equatable {}
    extension ArraySlice: Hashable where Element: Hashable {}

    """
}
