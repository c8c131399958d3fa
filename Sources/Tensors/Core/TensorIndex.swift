/// What may stand between the brackets of `x[0, 1..<3, 2...]`, one index for each axis; axes without one are kept whole.
///
/// A number picks one place, and the axis is gone from the result. A range keeps the axis.
///
/// ```swift
/// let x = Tensor([[1, 2, 3], [4, 5, 6]])
/// x[1, 1...].elements    // [5.0, 6.0]
/// x[0...1, 2].elements   // [3.0, 6.0]
/// ```
///
/// `stride(from:to:by:)` takes every so-manieth place, backwards too. A list takes places in any order; several lists
/// are read side by side, and pick single places. A mask, a tensor of 0 and 1 as comparisons give it, takes the places
/// where it is 1. `.newAxis` adds an axis of size 1.
///
/// ```swift
/// let x = Tensor([[1, 2, 3], [4, 5, 6]])
/// x[0, stride(from: 2, through: 0, by: -1)].elements  // [3.0, 2.0, 1.0]
/// x[0..., [2, 0]].elements      // [3.0, 1.0, 6.0, 4.0]
/// x[[1, 0], [2, 0]].elements    // [6.0, 1.0]
/// x[x .> 2].elements            // [3.0, 4.0, 5.0, 6.0]
/// x[0..., .newAxis].shape       // [2, 1, 3]
/// ```
///
/// Where lists stand side by side, their places are the axis where the first of them stands; with a range between them
/// it is the first axis of the result, as in NumPy. (NumPy counts numbers among the lists; here, as in PyTorch, they are
/// applied first.)
public protocol TensorIndex {}

extension Int: TensorIndex {}
extension Range<Int>: TensorIndex {}
extension ClosedRange<Int>: TensorIndex {}
extension PartialRangeFrom<Int>: TensorIndex {}
extension PartialRangeThrough<Int>: TensorIndex {}
extension PartialRangeUpTo<Int>: TensorIndex {}
extension StrideTo<Int>: TensorIndex {}
extension StrideThrough<Int>: TensorIndex {}
extension [Int]: TensorIndex {}
extension Tensor: TensorIndex {}

/// An axis of size 1 that an index adds, written `.newAxis` between brackets.
///
/// ```swift
/// let column = Tensor([1, 2])[0..., .newAxis]
/// (column * Tensor([1, 10])).elements  // [1.0, 10.0, 2.0, 20.0]
/// ```
public struct NewAxis: TensorIndex, Sendable {
  /// Makes the index; `.newAxis` is shorter.
  ///
  /// ```swift
  /// Tensor([1, 2])[NewAxis(), 0...].shape  // [1, 2]
  /// ```
  public init() {}
}

extension TensorIndex where Self == NewAxis {
  /// An axis of size 1 that is added here.
  public static var newAxis: NewAxis { NewAxis() }
}

/// The unbounded range, `...`, as a value: the whole axis.
package struct WholeAxis: TensorIndex {
  package init() {}
}

/// The places of one axis that an index selects.
enum AxisSelection {
  /// One place; the axis is gone from the result.
  case place(Int)
  /// `count` places from `start`, each `step` further.
  case slice(start: Int, count: Int, step: Int)
  /// Some places in any order.
  case list([Int])
  /// The places of this axis, and perhaps of the next ones, where a tensor is 1.
  case mask(Tensor)
  /// No place of an axis: a new one.
  case newAxis

  init(_ index: any TensorIndex, axis: Int, size: Int) throws {
    switch index {
    case let place as Int:
      guard place >= 0 && place < size else { throw indexOutOfRange(place, axis: axis, count: size) }
      self = .place(place)
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
    case let steps as StrideTo<Int>: try self.init(stepping: steps, axis, size)
    case let steps as StrideThrough<Int>: try self.init(stepping: steps, axis, size)
    case let list as [Int]:
      for place in list where place < 0 || place >= size { throw indexOutOfRange(place, axis: axis, count: size) }
      self = .list(list)
    case is WholeAxis: self = .slice(start: 0, count: size, step: 1)
    case let mask as Tensor: self = .mask(mask)
    case is NewAxis: self = .newAxis
    default: throw TensorError("\(index) cannot select a place of a tensor: use a number or a range")
    }
  }

  private init(_ start: Int, _ end: Int, _ axis: Int, _ size: Int) throws {
    guard start >= 0 && start <= end && end <= size else {
      throw TensorError(
        "the range \(start)..<\(end) is out of range: axis \(axis) has \(counted(size, "element"))")
    }
    self = .slice(start: start, count: end - start, step: 1)
  }

  /// At most `size` places are in range, so that also a step sequence without an end is soon at a wrong one.
  private init(stepping steps: some Sequence<Int>, _ axis: Int, _ size: Int) throws {
    var places: [Int] = []
    for place in steps {
      guard place >= 0 && place < size else { throw indexOutOfRange(place, axis: axis, count: size) }
      places.append(place)
    }
    self = .slice(start: places.first ?? 0, count: places.count, step: places.count > 1 ? places[1] - places[0] : 1)
  }
}
