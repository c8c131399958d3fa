import Tensors

/// The cases of one verdict, and what it takes to believe a signature.
struct Evidence {
  /// One answer beside what was expected.
  struct Case {
    let answer: Tensor
    let expected: Tensor
    let a: [Double]
    let e: [Double]
    /// Elements that the comparison calls wrong.
    let isWrong: [Bool]
    /// Elements that were not compared.
    let leftOut: Set<Int>
    let related: [RelatedTensor]
    /// Numbers that are this close count as equal.
    let margin: Double

    var hasOneShape: Bool { answer.shape == expected.shape }
    var shape: [Int] { expected.shape }
    var rank: Int { expected.rank }
    var hasWrong: Bool { !hasOneShape || isWrong.contains(true) }

    func agree(_ x: [Double], _ y: [Double], within factor: Double = 1) -> Bool {
      guard x.count == y.count else { return false }
      for position in x.indices where !leftOut.contains(position) {
        if x[position] == y[position] { continue }
        guard (x[position] - y[position]).magnitude <= margin * factor else { return false }
      }
      return true
    }
  }

  /// How an explanation fits one case.
  enum Fit {
    case no
    /// It fits, and so does the right answer: this case tells nothing.
    case neutral
    case telling
  }

  let cases: [Case]
  /// Fewer different values could be a coincidence.
  static let least = 4

  init?(_ comparisons: [Comparison], related: [[RelatedTensor]], tolerance: Double) {
    guard !comparisons.isEmpty else { return nil }
    cases = comparisons.enumerated().map { index, comparison in
      let expected = comparison.expected.elements
      let largest = expected.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
      return Case(
        answer: comparison.answer.detached(), expected: comparison.expected.detached(), a: comparison.answer.elements,
        e: expected, isWrong: comparison.wrongElements, leftOut: comparison.leftOut,
        related: related.indices.contains(index) ? related[index] : [], margin: tolerance * max(largest, 1e-12))
    }
  }

  var haveOneShape: Bool { cases.allSatisfy(\.hasOneShape) }
  var wrongCases: [Case] { cases.filter(\.hasWrong) }

  /// Whether an explanation fits every case, and at least `least` different expected numbers speak for it and against
  /// the right answer.
  func explains(least: Int = Evidence.least, _ fit: (Case) throws -> Fit) rethrows -> Bool {
    var values: [Double] = []
    var margin = 0.0
    for one in cases {
      switch try fit(one) {
      case .no: return false
      case .neutral: break
      case .telling:
        values += one.e
        margin = max(margin, one.margin)
      }
    }
    return distinctCount(values, margin: margin) >= least
  }

  /// The same, where the explanation says what each number has to be.
  func isExplained(
    least: Int = Evidence.least, within factor: Double = 1, by predicted: (Case) throws -> [Double]?
  ) rethrows -> Bool {
    try explains(least: least) { one in
      guard let numbers = try predicted(one), one.agree(one.a, numbers, within: factor) else { return .no }
      return one.hasOneShape && one.agree(one.e, numbers, within: factor) ? .neutral : .telling
    }
  }

  /// The answer is the expected tensor, arranged in another way.
  func isRearranged(_ change: (Tensor) throws -> Tensor) -> Bool {
    explains { one in
      guard one.leftOut.isEmpty, let changed = try? change(one.expected), changed.shape == one.answer.shape,
        one.agree(one.a, changed.elements)
      else { return .no }
      return one.hasOneShape && one.agree(one.e, changed.elements) ? .neutral : .telling
    }
  }
}

/// How many values there are, counting those that are nearly equal once.
func distinctCount(_ values: [Double], margin: Double) -> Int {
  var count = 0
  var previous: Double?
  for value in values.sorted() where value.isFinite {
    if let previous, value - previous <= 10 * margin { continue }
    previous = value
    count += 1
  }
  return count
}

/// Positions of a tensor, counted along one axis.
struct AxisPlaces {
  let size: Int
  private let stride: Int

  init(_ shape: [Int], axis: Int) {
    size = shape[axis]
    stride = shape[(axis + 1)...].reduce(1, *)
  }

  func index(of position: Int) -> Int { stride == 0 ? 0 : position / stride % max(size, 1) }

  /// The positions with each index.
  func slices(count: Int) -> [[Int]] {
    var slices = [[Int]](repeating: [], count: size)
    for position in 0..<count { slices[index(of: position)].append(position) }
    return slices
  }
}

/// What the places along an axis are called: `row`, `column`, `channel`.
func axisName(_ axis: Int, rank: Int) -> String {
  switch rank - axis {
  case 1 where rank >= 2: "column"
  case 2: "row"
  case 3 where rank == 4: "channel"
  case 4 where rank == 4: "image or filter"
  case 1: "element"
  default: "part of axis \(axis)"
  }
}

func plural(_ name: String) -> String {
  switch name {
  case "image or filter": "images or filters"
  case _ where name.hasPrefix("part"): "parts" + name.dropFirst(4)
  default: name + "s"
  }
}
