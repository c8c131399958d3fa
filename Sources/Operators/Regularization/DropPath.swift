import Tensors

/// Drops whole examples of a batch at random while training: the branch of a residual network that they went through.
///
/// ```
/// y[n] = x[n]·m[n] / (1 − p)    m[n] = 0 with probability p, else 1        dx[n] = dy[n]·m[n] / (1 − p)
/// ```
///
/// ```swift
/// dropPath(Tensor([[1, 2], [3, 4], [5, 6], [7, 8]]), probability: 0.75, seed: 1).elements
/// // [0.0, 0.0, 0.0, 0.0, 20.0, 24.0, 0.0, 0.0]
/// ```
///
/// - Parameters:
///   - x: Examples, `[N, …]`.
///   - probability: How likely an example is dropped, p.
///   - seed: The same seed drops the same examples, in the backward pass too. Take another one for each step.
///   - isTraining: At test time nothing happens.
/// - Returns: A tensor of the same shape.
/// - Source: G. Huang and others, "Deep networks with stochastic depth", 2016, with the scale of inverted dropout.
package func dropPath(
  _ x: Tensor, probability: Double = 0.5, seed: Int, isTraining: Bool = true
) throws -> Tensor {
  try requireProbability(probability)
  try x.requireNumbers(for: "dropPath")
  guard let examples = x.shape.first else { throw TensorError("dropPath needs examples, [N, …], and got shape []") }
  if !isTraining || x.count == 0 { return x }
  let mask = RandomMask(
    function: "dropPath", seed: seed, probability: probability, kept: 1 / (1 - probability), width: x.count / examples)
  return try mask.applied(to: x)
}
