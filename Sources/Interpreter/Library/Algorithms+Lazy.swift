extension Algorithms {
  /// Sequences that stand for others, and iterators.
  static let lazy = """
    protocol _WrapperSequence: Sequence {}
    extension _WrapperSequence {
      func makeIterator() -> IndexingIterator<Self> { IndexingIterator(_elements: _copyToArray()) }
    }
    extension EnumeratedSequence: _WrapperSequence { typealias Element = (offset: Int, element: Base.Element) }
    extension Zip2Sequence: _WrapperSequence { typealias Element = (Sequence1.Element, Sequence2.Element) }
    extension PrefixSequence: _WrapperSequence { typealias Element = Base.Element }
    extension DropFirstSequence: _WrapperSequence { typealias Element = Base.Element }
    extension Repeated: _WrapperSequence {}
    extension Repeated {
      /// Whether there are no elements.
      var isEmpty: Bool { count == 0 }
      /// The first element; nil if there is none.
      var first: Element? { count == 0 ? nil : repeatedValue }
    }
    /// `count` times the same element.
    func repeatElement<T>(_ element: T, count n: Int) -> Repeated<T> {
      precondition(n >= 0, "a number of elements cannot be negative")
      return Repeated(count: n, repeatedValue: element)
    }
    extension ReversedCollection: _WrapperSequence { typealias Element = Base.Element }
    extension ReversedCollection {
      /// How many elements there are.
      var count: Int { _base.count }
      /// Whether there are no elements.
      var isEmpty: Bool { _base.isEmpty }
      /// The first element; nil if there is none.
      var first: Element? {
        for element in self { return element }
        return nil
      }
      /// The last element; nil if there is none.
      var last: Element? { _base.first }
      /// The elements in the order of the collection itself.
      func reversed() -> Base { _base }
    }
    extension Sequence {
      /// The same elements; `map` and `filter` of it work only when somebody asks for elements.
      var lazy: LazySequence<Self> { LazySequence(_base: self) }
    }
    protocol LazySequenceProtocol: _WrapperSequence {}
    extension LazySequence: LazySequenceProtocol { typealias Element = Base.Element }
    extension LazyMapSequence: LazySequenceProtocol {}
    extension LazyFilterSequence: LazySequenceProtocol { typealias Element = Base.Element }
    extension LazyPrefixWhileSequence: LazySequenceProtocol { typealias Element = Base.Element }
    extension LazySequence {
      /// The results of `transform`, each when it is asked for.
      func map<U>(_ transform: @escaping (Element) -> U) -> LazyMapSequence<Base, U> {
        LazyMapSequence(_base: _base, _transform: transform)
      }
      /// The elements for which `isIncluded` is true, each when it is asked for.
      func filter(_ isIncluded: @escaping (Element) -> Bool) -> LazyFilterSequence<Base> {
        LazyFilterSequence(_base: _base, _predicate: isIncluded)
      }
      /// The elements before the first for which `predicate` is false.
      func prefix(while predicate: @escaping (Element) -> Bool) -> LazyPrefixWhileSequence<Base> {
        LazyPrefixWhileSequence(_base: _base, _predicate: predicate)
      }
    }
    extension LazySequenceProtocol {
      /// The results of `transform`, each when it is asked for.
      func map<U>(_ transform: @escaping (Element) -> U) -> LazyMapSequence<Self, U> {
        LazyMapSequence(_base: self, _transform: transform)
      }
      /// The elements for which `isIncluded` is true, each when it is asked for.
      func filter(_ isIncluded: @escaping (Element) -> Bool) -> LazyFilterSequence<Self> {
        LazyFilterSequence(_base: self, _predicate: isIncluded)
      }
      /// The elements before the first for which `predicate` is false.
      func prefix(while predicate: @escaping (Element) -> Bool) -> LazyPrefixWhileSequence<Self> {
        LazyPrefixWhileSequence(_base: self, _predicate: predicate)
      }
      /// The first element; nil if there is none.
      var first: Element? {
        for element in self { return element }
        return nil
      }
      /// How many elements there are.
      var count: Int {
        var result = 0
        for _ in self { result += 1 }
        return result
      }
      /// Whether there are no elements.
      var isEmpty: Bool {
        for _ in self { return false }
        return true
      }
    }

    """

  static let iterators = """
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
    extension Sequence where Self: IteratorProtocol {
      /// The sequence is its own iterator.
      func makeIterator() -> Self { self }
    }
    struct AnyIterator<Element>: IteratorProtocol, Sequence {
      let _next: () -> Element?
      /// Gives what `body` gives, until that is nil.
      init(_ body: @escaping () -> Element?) { _next = body }
      /// Hides the type of an iterator.
      init<I: IteratorProtocol>(_ base: I) where I.Element == Element {
        var copy = base
        _next = { copy.next() }
      }
      mutating func next() -> Element? { _next() }
    }
    struct AnySequence<Element>: Sequence {
      typealias Iterator = AnyIterator<Element>
      let _make: () -> AnyIterator<Element>
      /// Hides the type of a sequence.
      init<S: Sequence>(_ base: S) where S.Element == Element {
        _make = {
          let all = Array(base)
          var place = 0
          return AnyIterator {
            if place == all.count { return nil }
            place += 1
            return all[place - 1]
          }
        }
      }
      /// The sequence of what an iterator gives.
      init<I: IteratorProtocol>(_ makeUnderlyingIterator: @escaping () -> I) where I.Element == Element {
        _make = { AnyIterator(makeUnderlyingIterator()) }
      }
      func makeIterator() -> AnyIterator<Element> { _make() }
    }
    struct UnfoldSequence<Element, State>: IteratorProtocol, Sequence {
      var _state: State
      let _next: (inout State) -> Element?
      var _isOver: Bool
      mutating func next() -> Element? {
        if _isOver { return nil }
        if let result = _next(&_state) { return result }
        _isOver = true
        return nil
      }
    }
    /// `first`, what `next` makes of it, what it makes of that, and so on, until it gives nil.
    func sequence<T>(first: T, next: @escaping (T) -> T?) -> UnfoldSequence<T, (T?, Bool)> {
      UnfoldSequence(
        _state: (first, true),
        _next: { (state: inout (T?, Bool)) -> T? in
          if state.1 {
            state.1 = false
            return state.0
          }
          guard let last = state.0 else { return nil }
          state.0 = next(last)
          return state.0
        }, _isOver: false)
    }
    /// What `next` gives, which may change `state`, until that is nil.
    func sequence<T, State>(state: State, next: @escaping (inout State) -> T?) -> UnfoldSequence<T, State> {
      UnfoldSequence(_state: state, _next: next, _isOver: false)
    }

    """
}
