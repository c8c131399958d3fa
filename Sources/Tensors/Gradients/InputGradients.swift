/// The ways back from a step to its recorded inputs, in their order.
///
/// Most steps have one input or two. They lie in the step itself: a list would be one more block of memory for each
/// result.
struct InputGradients: RandomAccessCollection {
  let count: Int
  /// So many steps at most lie one behind the other, up to the inputs.
  let length: Int
  private let first: InputGradient?
  private let second: InputGradient?
  private let others: [InputGradient]

  private init(
    count: Int, length: Int, _ first: consuming InputGradient?, _ second: consuming InputGradient?,
    _ others: [InputGradient] = []
  ) {
    self.count = count
    self.length = length
    self.first = first
    self.second = second
    self.others = others
  }

  init() { self.init(count: 0, length: 0, nil, nil) }

  /// The input, if it is recorded.
  init(_ input: consuming InputGradient) {
    if let length = input.node?.length { self.init(count: 1, length: length, input, nil) } else { self.init() }
  }

  /// Those of the two that are recorded.
  init(_ a: consuming InputGradient, _ b: consuming InputGradient) {
    if let left = a.node?.length {
      if let right = b.node?.length {
        self.init(count: 2, length: Swift.max(left, right), a, b)
      } else {
        self.init(count: 1, length: left, a, nil)
      }
    } else {
      self.init(b)
    }
  }

  /// Those that are recorded.
  ///
  /// - Parameter holdsOthers: The rules may hold recordings of any length that are not among the inputs.
  init(_ all: [InputGradient], holdsOthers: Bool = false) {
    let recorded = all.filter { $0.node != nil }
    self.init(
      count: recorded.count,
      length: holdsOthers ? .max / 2 : recorded.reduce(0) { Swift.max($0, $1.node?.length ?? 0) }, recorded.first,
      recorded.dropFirst().first, Array(recorded.dropFirst(2)))
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(position: Int) -> InputGradient {
    switch (position, first, second) {
    case (0, let first?, _): first
    case (1, _, let second?): second
    default: others[position - 2]
    }
  }
}
