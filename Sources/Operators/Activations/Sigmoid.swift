import Foundation
internal import Kernels
import Tensors

/// Squeezes every element into 0 to 1: an S with its middle at 0.
///
/// ```
/// y = 1 / (1 + e⁻ˣ)        dx = dy · y · (1 − y)
/// ```
///
/// ```swift
/// sigmoid(Tensor([0, 1])).elements  // [0.5, 0.7310585786300049]
/// ```
///
/// - Parameter x: A tensor of any shape. Large numbers of either sign are fine: e to their power does not overflow here.
/// - Returns: A tensor of the same shape. Its slope is largest at 0, and 1/4 there.
/// - Source: [Tübingen] "Activation Functions".
package func sigmoid(_ x: Tensor) throws -> Tensor {
  let y = try x.mappedByKernel(keepsZeros: false, Elementwise.sigmoid) ?? x.mapped("sigmoid", logistic)
  if !x.isRecording { return y }
  return try record(
    "sigmoid", y, .gradient(to: x) { dy, y in try dy.multiplied(by: y).multiplied(by: y.subtracted(from: 1)) })
}

/// `1 / (1 + e⁻ˣ)`; for negative numbers `eˣ / (1 + eˣ)`, which is the same, so that the power never exceeds 1.
func logistic(_ x: Double) -> Double {
  let power = Foundation.exp(-x.magnitude)
  return x < 0 ? power / (1 + power) : 1 / (1 + power)
}
