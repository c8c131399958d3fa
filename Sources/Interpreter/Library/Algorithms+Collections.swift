extension Algorithms {
  /// Arrays, and what every collection has.
  static let collections = """
    extension Collection {
      /// How many elements there are.
      var count: Int {
        var result = 0
        for _ in self { result += 1 }
        return result
      }
      /// Whether there are no elements.
      var isEmpty: Bool { startIndex == endIndex }
      /// The first element; nil if there is none.
      var first: Element? {
        for element in self { return element }
        return nil
      }
      func makeIterator() -> IndexingIterator<Self> {
        var elements: [Element] = []
        var place = startIndex
        while place != endIndex {
          elements.append(self[place])
          place = index(after: place)
        }
        return IndexingIterator(_elements: elements)
      }
      /// The place after `i`.
      func formIndex(after i: inout Index) { i = index(after: i) }
      /// The place `distance` elements after `i`.
      func index(_ i: Index, offsetBy distance: Int) -> Index {
        precondition(distance >= 0, "this collection can only be gone through forwards")
        var result = i
        for _ in 0..<distance { result = index(after: result) }
        return result
      }
      /// The place `distance` elements after `i`; nil if that is beyond `limit`.
      func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
        precondition(distance >= 0, "this collection can only be gone through forwards")
        var result = i
        for _ in 0..<distance {
          if result == limit { return nil }
          result = index(after: result)
        }
        return result
      }
      /// How many elements lie between two places.
      func distance(from start: Index, to end: Index) -> Int {
        var result = 0
        var place = start
        while place != end {
          place = index(after: place)
          result += 1
        }
        return result
      }
      /// Where the first element stands for which `predicate` is true.
      func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Index? {
        var place = startIndex
        while place != endIndex {
          if try predicate(self[place]) { return place }
          place = index(after: place)
        }
        return nil
      }
      /// An element that chance chooses; nil if there are none.
      func randomElement() -> Element? {
        var generator = SystemRandomNumberGenerator()
        return randomElement(using: &generator)
      }
      /// An element that `generator` chooses; nil if there are none.
      func randomElement<T: RandomNumberGenerator>(using generator: inout T) -> Element? {
        if isEmpty { return nil }
        let all = Array(self)
        return all[Int.random(in: 0..<all.count, using: &generator)]
      }
    }
    extension Collection {
      /// The places of all elements.
      var indices: DefaultIndices<Self> {
        DefaultIndices(_elements: self, _startIndex: startIndex, _endIndex: endIndex)
      }
    }
    struct DefaultIndices<Elements: Collection>: Collection {
      typealias Index = Elements.Index
      typealias Element = Elements.Index
      let _elements: Elements
      let _startIndex: Elements.Index
      let _endIndex: Elements.Index
      var startIndex: Elements.Index { _startIndex }
      var endIndex: Elements.Index { _endIndex }
      func index(after i: Elements.Index) -> Elements.Index { _elements.index(after: i) }
      subscript(position: Elements.Index) -> Elements.Index { position }
    }
    extension MutableCollection {
      /// Exchanges two elements.
      mutating func swapAt(_ i: Index, _ j: Index) {
        let element = self[i]
        self[i] = self[j]
        self[j] = element
      }
    }
    extension Collection where Element: Equatable {
      /// Where the first element stands that equals `element`.
      func firstIndex(of element: Element) -> Index? { firstIndex { $0 == element } }
    }
    extension BidirectionalCollection {
      /// The last element; nil if there is none.
      var last: Element? { isEmpty ? nil : self[index(before: endIndex)] }
      /// The elements from last to first.
      func reversed() -> ReversedCollection<Self> { ReversedCollection(_base: self) }
      /// The place before `i`.
      func formIndex(before i: inout Index) { i = index(before: i) }
      /// The last element for which `predicate` is true.
      func last(where predicate: (Element) throws -> Bool) rethrows -> Element? {
        for element in ReversedCollection(_base: self) { if try predicate(element) { return element } }
        return nil
      }
      /// Where the last element stands for which `predicate` is true.
      func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Index? {
        var place = endIndex
        while place != startIndex {
          place = index(before: place)
          if try predicate(self[place]) { return place }
        }
        return nil
      }
      /// The place `distance` elements from `i`.
      func index(_ i: Index, offsetBy distance: Int) -> Index {
        var result = i
        var left = distance
        while left > 0 {
          result = index(after: result)
          left -= 1
        }
        while left < 0 {
          result = index(before: result)
          left += 1
        }
        return result
      }
    }
    extension BidirectionalCollection where Element: Equatable {
      /// Where the last element stands that equals `element`.
      func lastIndex(of element: Element) -> Index? { lastIndex { $0 == element } }
    }
    extension Array {
      typealias Index = Int
      typealias SubSequence = ArraySlice<Element>
    }
    extension Array {
      func _slice(_ bounds: Range<Int>) -> ArraySlice<Element> { self[bounds] }
      /// The place after `i`.
      func index(after i: Int) -> Int { i + 1 }
      /// The place before `i`.
      func index(before i: Int) -> Int { i - 1 }
      /// The place `distance` elements from `i`.
      func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
      /// The place `distance` elements from `i`; nil if that is beyond `limit`.
      func index(_ i: Int, offsetBy distance: Int, limitedBy limit: Int) -> Int? {
        let result = i + distance
        if distance >= 0 ? limit >= i && result > limit : limit <= i && result < limit { return nil }
        return result
      }
      /// How many elements lie between two places.
      func distance(from start: Int, to end: Int) -> Int { end - start }
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
      /// Moves the elements for which `belongsInSecondPartition` is true behind the others; gives where they begin.
      @discardableResult mutating func partition(
        by belongsInSecondPartition: (Element) throws -> Bool
      ) rethrows -> Int {
        var low = 0
        var high = count
        while true {
          while true {
            if low >= high { return low }
            if try belongsInSecondPartition(self[low]) { break }
            low += 1
          }
          while true {
            high -= 1
            if low >= high { return low }
            if !(try belongsInSecondPartition(self[high])) { break }
          }
          swapAt(low, high)
          low += 1
        }
      }
      /// Puts the elements into an order that chance decides.
      mutating func shuffle() {
        var generator = SystemRandomNumberGenerator()
        shuffle(using: &generator)
      }
      /// Puts the elements into an order that `generator` decides.
      mutating func shuffle<T: RandomNumberGenerator>(using generator: inout T) {
        var left = count
        var place = 0
        while left > 1 {
          let other = Int.random(in: 0..<left, using: &generator)
          left -= 1
          swapAt(place, place + other)
          place += 1
        }
      }
      /// Puts the elements of a sequence in the place of others.
      mutating func replaceSubrange<S: Sequence>(_ range: Range<Int>, with elements: S) where S.Element == Element {
        _replace(range.lowerBound, range.upperBound, Array(elements))
      }
      /// Puts the elements of a sequence in the place of others.
      mutating func replaceSubrange<S: Sequence>(
        _ range: ClosedRange<Int>, with elements: S
      ) where S.Element == Element {
        _replace(range.lowerBound, range.upperBound + 1, Array(elements))
      }
      /// Takes the elements of a range out.
      mutating func removeSubrange(_ range: Range<Int>) { _replace(range.lowerBound, range.upperBound, []) }
      /// Takes the elements of a range out.
      mutating func removeSubrange(_ range: ClosedRange<Int>) { _replace(range.lowerBound, range.upperBound + 1, []) }
      /// Puts the elements of a sequence before the element at a place.
      mutating func insert<S: Sequence>(contentsOf elements: S, at index: Int) where S.Element == Element {
        _replace(index, index, Array(elements))
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
    func + <Element, S: Sequence>(left: [Element], right: S) -> [Element] where S.Element == Element {
      var result = left
      result.append(contentsOf: right)
      return result
    }
    func + <Element, S: Sequence>(
      left: ArraySlice<Element>, right: S
    ) -> ArraySlice<Element> where S.Element == Element {
      var result = Array(left)
      result.append(contentsOf: right)
      return result[...]
    }

    """
}
