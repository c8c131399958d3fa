/// What may stand between the brackets of `x[0, 1..<3, 2...]`: a number or a range for each axis.
///
/// A number picks one place, and the axis is gone from the result. A range keeps the axis. Axes that are not named are
/// kept whole.
///
/// ```swift
/// let x = Tensor([[1, 2, 3], [4, 5, 6]])
/// x[1, 1...].elements    // [5.0, 6.0]
/// x[0...1, 2].elements   // [3.0, 6.0]
/// ```
public protocol TensorIndex {}

extension Int: TensorIndex {}
extension Range<Int>: TensorIndex {}
extension ClosedRange<Int>: TensorIndex {}
extension PartialRangeFrom<Int>: TensorIndex {}
extension PartialRangeThrough<Int>: TensorIndex {}
extension PartialRangeUpTo<Int>: TensorIndex {}

/// The unbounded range, `...`, as a value: the whole axis.
package struct WholeAxis: TensorIndex {
  package init() {}
}

/// The places of one axis that an index selects.
struct AxisSelection {
  let start: Int
  let count: Int
  /// False for a number: the axis is gone from the result.
  let keepsAxis: Bool

  init(_ index: any TensorIndex, axis: Int, size: Int) throws {
    switch index {
    case let place as Int:
      guard place >= 0 && place < size else { throw indexOutOfRange(place, axis: axis, count: size) }
      self.init(start: place, count: 1, keepsAxis: false)
    case let range as Range<Int>: try self.init(range.lowerBound, range.upperBound, axis, size)
    case let range as ClosedRange<Int>:
      // The last place is checked before 1 is added to it, which could overflow.
      guard range.upperBound < size else { throw indexOutOfRange(range.upperBound, axis: axis, count: size) }
      try self.init(range.lowerBound, range.upperBound + 1, axis, size)
    case let range as PartialRangeFrom<Int>: try self.init(range.lowerBound, size, axis, size)
    case let range as PartialRangeThrough<Int>:
      // `...(-1)` ends before the first place, as in an array.
      guard range.upperBound >= -1 && range.upperBound < size else {
        throw indexOutOfRange(range.upperBound, axis: axis, count: size)
      }
      try self.init(0, range.upperBound + 1, axis, size)
    case let range as PartialRangeUpTo<Int>: try self.init(0, range.upperBound, axis, size)
    case is WholeAxis: self.init(start: 0, count: size, keepsAxis: true)
    default: throw TensorError("\(index) cannot select a place of a tensor: use a number or a range")
    }
  }

  private init(start: Int, count: Int, keepsAxis: Bool) {
    self.start = start
    self.count = count
    self.keepsAxis = keepsAxis
  }

  private init(_ start: Int, _ end: Int, _ axis: Int, _ size: Int) throws {
    guard start >= 0 && start <= end && end <= size else {
      throw TensorError(
        "the range \(start)..<\(end) is out of range: axis \(axis) has \(counted(size, "element"))")
    }
    self.init(start: start, count: end - start, keepsAxis: true)
  }
}
