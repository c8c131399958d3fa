import Bindings
import Interpreter
import Tensors

/// Words that draw inputs for check blocks: sizes from tables that were chosen so that mistakes show, numbers from a
/// seed. No kernel is symmetric, no upstream gradient constant, no input sorted, and rows, columns, channels, filters and
/// images are not equally many.
func caseWords() -> [Native] {
  let words: [(signature: String, documentation: String, draw: @Sendable (inout Draws) throws -> [Value])] = [
    (
      """
      func convolutionCases(seed: Int) -> [(x: Tensor, kernel: Tensor, bias: Tensor, stride: Int, padding: Int, \
      upstream: Tensor)]
      """,
      "Images, filters and upstream gradients: not square, several channels, filters and images, stride 2, padding 1.",
      convolutions
    ),
    (
      "func poolingCases(seed: Int) -> [(x: Tensor, size: Int, stride: Int, upstream: Tensor)]",
      "Images without equal elements, windows that touch, overlap, and do not fit evenly.", poolings
    ),
    (
      "func tiedPoolingCases(seed: Int) -> [(x: Tensor, size: Int, stride: Int, upstream: Tensor)]",
      "Images of small whole numbers, so that windows have several largest elements; their windows do not overlap.",
      tiedPoolings
    ),
    (
      "func imageCases(seed: Int) -> [(x: Tensor, gamma: Tensor, beta: Tensor, upstream: Tensor)]",
      "Images, a factor and a term for each channel, and upstream gradients, for normalizations.", images
    ),
    (
      "func matrixCases(seed: Int) -> [(x: Tensor, weights: Tensor, bias: Tensor, upstream: Tensor)]",
      "Rows of features [N, D], weights [M, D], a bias [M] and upstream gradients [N, M].", matrices
    ),
    (
      "func labelledCases(seed: Int) -> [(scores: Tensor, labels: [Int])]",
      "Scores [N, K] of several sizes, some large, and a label below K for each row.", labelled
    ),
  ]
  return words.map { word in
    Native(word.signature, documentation: word.documentation) { arguments, _ in
      guard case .int(let seed)? = arguments.first else { throw NativeFailure("a seed is an Int") }
      var draws = Draws(seed: seed)
      return .array(try word.draw(&draws))
    }
  }
}

/// Tensors of normally distributed numbers, one after another.
private struct Draws {
  private var seed: Int

  init(seed: Int) { self.seed = seed &* 1000 }

  mutating func normal(_ shape: [Int]) throws -> Tensor {
    seed &+= 1
    return try Tensor.normal(shape, seed: seed)
  }

  mutating func below(_ limit: Int) throws -> Int {
    seed &+= 1
    var random = Random(seed: seed)
    return min(Int(random.uniform() * Double(limit)), limit - 1)
  }
}

@Sendable private func convolutions(_ draws: inout Draws) throws -> [Value] {
  // images, channels, filters, rows, columns, kernel rows, kernel columns, stride, padding
  let sizes = [
    (1, 1, 1, 4, 4, 2, 2, 1, 0), (2, 3, 2, 4, 5, 3, 2, 1, 0), (1, 2, 3, 5, 4, 2, 3, 1, 1), (3, 2, 4, 6, 5, 3, 3, 2, 1),
    (2, 1, 3, 5, 7, 3, 3, 2, 0), (2, 4, 2, 3, 4, 1, 1, 1, 0),
  ]
  return try sizes.map { n, c, o, h, w, u, v, stride, padding in
    let (rows, columns) = ((h + 2 * padding - u) / stride + 1, (w + 2 * padding - v) / stride + 1)
    return try .tuple([
      Value(draws.normal([n, c, h, w])), Value(draws.normal([o, c, u, v])), Value(draws.normal([o])), .int(stride),
      .int(padding), Value(draws.normal([n, o, rows, columns])),
    ])
  }
}

@Sendable private func poolings(_ draws: inout Draws) throws -> [Value] {
  // images, channels, rows, columns, size, stride
  let sizes = [(1, 1, 4, 4, 2, 2), (2, 3, 4, 6, 2, 2), (3, 2, 5, 7, 3, 2), (1, 2, 6, 5, 2, 1), (2, 1, 7, 5, 2, 3)]
  return try sizes.map { size in try pooling(size, &draws) { try $0.normal($1) } }
}

@Sendable private func tiedPoolings(_ draws: inout Draws) throws -> [Value] {
  let sizes = [(1, 1, 4, 4, 2, 2), (2, 3, 4, 6, 2, 2), (1, 2, 6, 9, 3, 3)]
  return try sizes.map { size in
    try pooling(size, &draws) { draws, shape in
      let count = shape.reduce(1, *)
      return try Tensor((0..<count).map { _ in Double(try draws.below(3)) - 1 }, shape: shape)
    }
  }
}

private func pooling(
  _ size: (Int, Int, Int, Int, Int, Int), _ draws: inout Draws, _ input: (inout Draws, [Int]) throws -> Tensor
) throws -> Value {
  let (n, c, h, w, window, stride) = size
  let upstream = [n, c, (h - window) / stride + 1, (w - window) / stride + 1]
  return try .tuple([
    Value(input(&draws, [n, c, h, w])), .int(window), .int(stride), Value(draws.normal(upstream)),
  ])
}

@Sendable private func images(_ draws: inout Draws) throws -> [Value] {
  try [[2, 3, 4, 5], [3, 2, 3, 4], [4, 4, 2, 3], [2, 2, 5, 2]].map { shape in
    try .tuple([
      Value(draws.normal(shape)), Value(draws.normal([shape[1]])), Value(draws.normal([shape[1]])),
      Value(draws.normal(shape)),
    ])
  }
}

@Sendable private func matrices(_ draws: inout Draws) throws -> [Value] {
  // rows, features, outputs
  try [(1, 3, 2), (4, 3, 5), (5, 2, 4), (3, 6, 2)].map { n, d, m in
    try .tuple([
      Value(draws.normal([n, d])), Value(draws.normal([m, d])), Value(draws.normal([m])), Value(draws.normal([n, m])),
    ])
  }
}

@Sendable private func labelled(_ draws: inout Draws) throws -> [Value] {
  // rows, classes, how large the scores are
  try [(1, 3, 1), (4, 3, 1), (5, 4, 3), (3, 6, 1), (2, 5, 3000)].map { n, k, size in
    .tuple([
      Value(try draws.normal([n, k]).multiplied(by: Double(size))), .ints(try (0..<n).map { _ in try draws.below(k) }),
    ])
  }
}
