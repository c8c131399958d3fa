import Tensors

/// Sets elements to 0 at random while training, and makes all of them smaller at test time: dropout as it was published.
///
/// ```
/// training:  y = x·m    m = 0 with probability p, else 1        test:  y = x·(1 − p)
/// ```
///
/// Both phases have the same mean. `dropout` enlarges while training, and so leaves the test as it is.
///
/// ```swift
/// let x = Tensor([1, 2, 3, 4, 5, 6])
/// originalDropout(x, probability: 0.75, seed: 1).elements                     // [0.0, 0.0, 3.0, 0.0, 0.0, 6.0]
/// originalDropout(x, probability: 0.75, seed: 1, isTraining: false).elements  // [0.25, 0.5, 0.75, 1.0, 1.25, 1.5]
/// ```
///
/// - Parameters:
///   - x: A tensor of any shape.
///   - probability: How likely an element is dropped, p; in the paper p is how likely it is kept.
///   - seed: The same seed drops the same places, in the backward pass too.
///   - isTraining: At test time elements are scaled by 1 − p.
/// - Returns: A tensor of the same shape.
/// - Source: N. Srivastava and others, "Dropout: a simple way to prevent neural networks from overfitting", 2014.
package func originalDropout(
  _ x: Tensor, probability: Double = 0.5, seed: Int, isTraining: Bool = true
) throws -> Tensor {
  try requireProbability(probability)
  try x.requireNumbers(for: "originalDropout")
  let mask = RandomMask(
    function: "originalDropout", seed: seed, probability: isTraining ? probability : 0,
    kept: isTraining ? 1 : 1 - probability)
  return try mask.applied(to: x)
}
