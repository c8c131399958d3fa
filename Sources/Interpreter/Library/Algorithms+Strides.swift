/// Steps through values that are no `Int`, `Double` or `Float`: those have instructions of the machine.
extension Algorithms {
  static let strides = """
    protocol Strideable: Comparable {
      associatedtype Stride: SignedNumeric, Comparable
      /// How far it is to `other`.
      func distance(to other: Self) -> Stride
      /// The value `n` further on.
      func advanced(by n: Stride) -> Self
    }
    extension Strideable {
      static func < (left: Self, right: Self) -> Bool { left.distance(to: right) > 0 }
      static func == (left: Self, right: Self) -> Bool { left.distance(to: right) == 0 }
    }
    struct _Strided<Element: Strideable>: Sequence {
      var _start: Element
      var _end: Element
      var _step: Element.Stride
      var _isThrough: Bool
      struct Iterator: IteratorProtocol {
        var _next: Element?
        var _strided: _Strided<Element>
        mutating func next() -> Element? {
          guard let value = _next, _strided._reaches(value) else { return nil }
          let rest = value.distance(to: _strided._end)
          let isLast = _strided._step > 0 ? rest < _strided._step : rest > _strided._step
          _next = isLast ? nil : value.advanced(by: _strided._step)
          return value
        }
      }
      func _reaches(_ value: Element) -> Bool {
        if _isThrough && value == _end { return true }
        return _step > 0 ? value < _end : value > _end
      }
      /// A new iterator at the first element.
      func makeIterator() -> Iterator { Iterator(_next: _start, _strided: self) }
    }
    /// The values from `start` up to `end`, which is left out, `step` apart.
    func stride<T: Strideable>(from start: T, to end: T, by step: T.Stride) -> _Strided<T> {
      precondition(step != 0, "the step of a stride cannot be 0")
      return _Strided(_start: start, _end: end, _step: step, _isThrough: false)
    }
    /// The values from `start` up to `end`, which is included, `step` apart.
    func stride<T: Strideable>(from start: T, through end: T, by step: T.Stride) -> _Strided<T> {
      precondition(step != 0, "the step of a stride cannot be 0")
      return _Strided(_start: start, _end: end, _step: step, _isThrough: true)
    }

    """
}
