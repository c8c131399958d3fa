import Tensors

/// Sets elements to 0 at random while training, and enlarges the others so that the mean stays: inverted dropout.
///
/// ```
/// y = x·m / (1 − p)    m = 0 with probability p, else 1        dx = dy·m / (1 − p)
/// ```
///
/// ```swift
/// dropout(Tensor([1, 2, 3, 4, 5, 6]), probability: 0.75, seed: 1).elements  // [0.0, 0.0, 12.0, 0.0, 0.0, 24.0]
/// ```
///
/// - Parameters:
///   - x: A tensor of any shape.
///   - probability: How likely an element is dropped, p, as in PyTorch.
///   - seed: The same seed drops the same places, in the backward pass too. Take another one for each step.
///   - isTraining: At test time nothing happens.
/// - Returns: A tensor of the same shape.
/// - Source: PyTorch's `dropout`.
package func dropout(
  _ x: Tensor, probability: Double = 0.5, seed: Int, isTraining: Bool = true
) throws -> Tensor {
  try requireProbability(probability)
  try x.requireNumbers(for: "dropout")
  if !isTraining { return x }
  let mask = RandomMask(function: "dropout", seed: seed, probability: probability, kept: 1 / (1 - probability))
  return try mask.applied(to: x)
}
