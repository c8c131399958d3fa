import Foundation
import Operators
import Tensors
import Testing

/// Attention, and what stands before it. Numbers from PyTorch: `FixtureTests`.
@Suite struct AttentionTests {
  @Test func documentedExamples() throws {
    let k = try Tensor([[2, 0, 0, 0], [0, 5, 0, 0]])
    let q = try Tensor([[1, 0, 0, 0]])
    #expect(try attentionWeights(q, keys: k).elements == [0.7310585786300049, 0.2689414213699951])
    #expect(
      try scaledDotProductAttention(q, keys: k, values: Tensor([[1, 8], [0, 8]])).elements == [0.7310585786300049, 8])
    let table = try Tensor([[1, 2], [3, 4], [5, 6]])
    #expect(try embedding(Tensor([2, 0, 2]), weights: table).elements == [5, 6, 1, 2, 5, 6])
    let x = try Tensor([[[1, 0], [0, 2]]])
    let w = try Tensor([[0, 0], [0, 0], [0, 0], [0, 0], [10, 0], [0, 1]])
    let y = try multiHeadAttention(
      x, keys: x, values: x, heads: 2, inputWeights: w, outputWeights: Tensor.eye(2), isCausal: true)
    #expect(y.elements == [10, 0, 5, 1])
  }

  /// Shares add up to 1, and stay numbers for scores that no power could hold.
  @Test func weightsAddUpToOne() throws {
    let q = try Tensor.normal([2, 3, 4], deviation: 1e4, seed: 1)
    let k = try Tensor.normal([2, 5, 4], deviation: 1e4, seed: 2)
    let sums = try attentionWeights(q, keys: k).sum(axes: [2])
    #expect(try sums.isClose(to: Tensor.ones([2, 3]), rtol: 1e-14))
  }

  /// Keys may change their order together with their values: attention does not see where they stand.
  @Test func theOrderOfKeysDoesNotCount() throws {
    let (q, k, v) = (
      try Tensor.normal([2, 4], seed: 1), try Tensor.normal([3, 4], seed: 2), try Tensor.normal([3, 2], seed: 3)
    )
    let turned = try scaledDotProductAttention(q, keys: k.flipped(axes: [0]), values: v.flipped(axes: [0]))
    #expect(try turned.isClose(to: scaledDotProductAttention(q, keys: k, values: v), rtol: 1e-12))
  }

  /// What a causal query sees does not change when later inputs do.
  @Test func causalQueriesDoNotSeeTheFuture() throws {
    let x = try Tensor.normal([1, 4, 2], seed: 1)
    var changed = x
    try changed.setElement(at: [0, 3, 0], to: 100)
    let y = try scaledDotProductAttention(x, keys: x, values: x, isCausal: true)
    let other = try scaledDotProductAttention(changed, keys: changed, values: changed, isCausal: true)
    #expect(try y.subscripted([0, 0..<3]) == other.subscripted([0, 0..<3]))
    #expect(try y.subscripted([0, 3]) != other.subscripted([0, 3]))
  }

  /// Row 1 of the mask lets its query look nowhere: zeros, and no gradient.
  @Test func aQueryThatSeesNothingGetsZeros() throws {
    let q = try Tensor.normal([2, 3], seed: 1).requiringGradient()
    let mask = try Tensor([[1, 0], [0, 0]])
    let y = try scaledDotProductAttention(
      q, keys: Tensor.normal([2, 3], seed: 2), values: Tensor([[5], [6]]), mask: mask)
    #expect(y.elements == [5, 0])
    try y.sum().backward()
    #expect(q.gradient?.elements == [0, 0, 0, 0, 0, 0])
  }

  @Test func repeatedIndicesAddTheirGradients() throws {
    let table = try Tensor([[1, 2], [3, 4], [5, 6]]).requiringGradient()
    try embedding(Tensor([[2, 0], [2, 2]]), weights: table)
      .backward(upstream: Tensor([[[1, 2], [10, 20]], [[100, 200], [1000, 2000]]]))
    #expect(table.gradient?.elements == [10, 20, 0, 0, 1101, 2202])
  }

  /// 100,000 parts of 0.1 in float32: the sum is rounded once.
  @Test func manyGradientsOfOneRowStayExactInFloat32() throws {
    let table = try Tensor.ones([1, 1], dtype: .float32).requiringGradient()
    let y = try embedding(Tensor.zeros([100_000]), weights: table)
    try y.backward(upstream: Tensor.full([100_000, 1], value: 0.1, dtype: .float32))
    #expect(abs(try #require(table.gradient).elements[0] / (100_000 * Double(Float(0.1))) - 1) < 1e-7)
  }

  @Test func wavesHaveTheLengthsOfThePaper() throws {
    let y = try positionalEncoding(positions: 3, features: 4, base: 100)
    // The second wave is 100^(2/4) = 10 times as long as the first.
    #expect(try y.element(at: [2, 2]) == sin(0.2))
    #expect(try y.element(at: [2, 0]) == sin(2.0))
    #expect(
      message { _ = try positionalEncoding(positions: 0, features: 4) } == "positions must be 1 or more, and got 0")
    #expect(
      message { _ = try positionalEncoding(positions: 4, features: .max) }
        == "features must be at most 1000000000, and got 9223372036854775807")
    #expect(
      message { _ = try positionalEncoding(positions: 4, features: 4, base: 0) }
        == "base must be more than 0 and finite, and got 0")
    #expect(
      message { _ = try positionalEncoding(positions: 1_000_000_000, features: 1_000_000_000) }?
        .hasPrefix("this tensor would need ") == true)
  }

  // MARK: What does not fit

  @Test func shapesThatDoNotFitAreNamed() throws {
    let (q, k, v) = (try Tensor.zeros([2, 3, 4]), try Tensor.zeros([2, 5, 4]), try Tensor.zeros([2, 5, 6]))
    #expect(
      message { _ = try attentionWeights(Tensor.zeros([4]), keys: k) }
        == "queries need 2 axes or more, none of them empty, but these have shape [4]")
    #expect(
      message { _ = try attentionWeights(q, keys: Tensor.zeros([2, 0, 4])) }
        == "keys need 2 axes or more, none of them empty, but these have shape [2, 0, 4]")
    for wrong in [[2, 5, 3], [1, 5, 4], [5, 4]] {
      #expect(
        message { _ = try attentionWeights(q, keys: Tensor.zeros(wrong)) }
          == "queries and keys may differ only in how many they are, the last axis but one, and have shapes [2, 3, 4] and "
          + "\(wrong)")
    }
    #expect(
      message { _ = try scaledDotProductAttention(q, keys: k, values: Tensor.zeros([2, 4, 6])) }
        == "values need the shape [2, 5, D], one for each key, but these have shape [2, 4, 6]")
    #expect(
      message { _ = try scaledDotProductAttention(q, keys: k, values: Tensor.zeros([2, 5, 0])) }
        == "values need at least one feature, but these have shape [2, 5, 0]")
    #expect(
      message { _ = try scaledDotProductAttention(q, keys: k, values: v, mask: Tensor.zeros([5, 3])) }
        == "a mask for scores of shape [2, 3, 5] cannot have shape [5, 3]")
    #expect(
      message { _ = try attentionWeights(Tensor(symbols: "Q", shape: [1, 2]), keys: Tensor.zeros([1, 2])) }
        == "attentionWeights needs numbers, and this tensor holds symbols")
  }

  @Test func headsThatDoNotFitAreNamed() throws {
    let (x, w, o) = (try Tensor.zeros([2, 3, 4]), try Tensor.zeros([12, 4]), try Tensor.zeros([4, 4]))
    func run(
      _ q: Tensor, _ k: Tensor, heads: Int = 2, _ w: Tensor, _ o: Tensor, bias: Tensor? = nil, outputBias: Tensor? = nil
    ) -> String? {
      message {
        _ = try multiHeadAttention(
          q, keys: k, values: k, heads: heads, inputWeights: w, outputWeights: o, inputBias: bias,
          outputBias: outputBias)
      }
    }
    #expect(run(x, x, w, o) == nil)
    #expect(run(x, x, heads: 3, w, o) == "4 features cannot be split into 3 heads")
    #expect(run(x, x, heads: 0, w, o) == "4 features cannot be split into 0 heads")
    #expect(
      try run(Tensor.zeros([3, 4]), x, w, o)
        == "queries need 3 axes, [N, L, E], none of them empty, but these have shape [3, 4]")
    #expect(
      try run(x, Tensor.zeros([1, 3, 4]), w, o)
        == "keys and values need the shape [2, S, 4] for queries of shape [2, 3, 4], and have shapes [1, 3, 4] and "
        + "[1, 3, 4]")
    #expect(run(x, x, o, o) == "inputWeights need the shape [12, 4], but these have shape [4, 4]")
    #expect(run(x, x, w, w) == "outputWeights need the shape [4, 4], but these have shape [12, 4]")
    #expect(try run(x, x, w, o, bias: Tensor.zeros([4])) == "inputBias needs the shape [12], but it has shape [4]")
    #expect(
      try run(x, x, w, o, outputBias: Tensor.zeros([3])) == "4 outputs need a bias of shape [4], but it has shape [3]")
  }

  @Test func indicesOutsideOfTheTableAreNamed() throws {
    let table = try Tensor.zeros([3, 2])
    for (index, text) in [(3.0, "3"), (-1, "-1"), (0.5, "0.5"), (.nan, "nan")] {
      #expect(
        message { _ = try embedding(Tensor([0, index]), weights: table) }
          == "index \(text) is not in the table of shape [3, 2], whose rows are 0 to 2")
    }
    #expect(
      message { _ = try embedding(Tensor([0]), weights: Tensor.zeros([0, 2])) }
        == "index 0 is not in the table of shape [0, 2], which has no rows")
    #expect(
      message { _ = try embedding(Tensor([0]), weights: Tensor.zeros([3])) }
        == "weights need 2 axes, [V, E], but these have shape [3]")
    #expect(
      message { _ = try embedding(Tensor(symbols: "I", shape: [2]), weights: table) }
        == "embedding needs numbers, and this tensor holds symbols")
  }
}
