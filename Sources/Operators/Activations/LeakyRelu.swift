import Tensors

/// Lets positive numbers through, and a small part of negative ones, so that no unit is dead.
///
/// ```
/// y = x where x > 0, else a·x        dx = dy where x > 0, else a·dy
/// ```
///
/// ```swift
/// leakyRelu(Tensor([-2, 0, 3]), slope: 0.1).elements  // [-0.2, 0.0, 3.0]
/// ```
///
/// - Parameters:
///   - x: A tensor of any shape.
///   - slope: The part a of negative numbers: 0.01 as in PyTorch, if nothing is given.
/// - Returns: A tensor of the same shape. At exactly 0 the slope is a.
/// - Source: [Tübingen] "Activation Functions", where a is 0.01, and [CS7GV1], where it is 0.1.
package func leakyRelu(_ x: Tensor, slope: Double = 0.01) throws -> Tensor {
  let y = try x.mapped("leakyRelu") { $0 > 0 ? $0 : slope * $0 }
  if !x.isRecording { return y }
  return try record(
    "leakyRelu", y,
    .gradient(to: x) { dy in
      try dy.multiplied(by: x.detached().mapped("leakyRelu") { $0 > 0 ? 1 : slope })
    })
}
