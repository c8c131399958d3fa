internal import Kernels
import Tensors

/// Lets positive numbers through, and turns negative ones into 0.
///
/// ```
/// y = max(x, 0)        dx = dy where x > 0, else 0
/// ```
///
/// ```swift
/// relu(Tensor([-2, 0, 3])).elements  // [0.0, 0.0, 3.0]
/// ```
///
/// - Parameter x: A tensor of any shape.
/// - Returns: A tensor of the same shape. At exactly 0 the gradient is 0, as in PyTorch; `nan` stays `nan`.
/// - Source: [Tübingen] "Activation Functions".
package func relu(_ x: Tensor) throws -> Tensor {
  let y = try x.mappedByKernel(keepsZeros: true, Elementwise.relu) ?? x.mapped("relu") { $0 < 0 ? 0 : $0 }
  if !x.isRecording { return y }
  return try record("relu", y, .gradient(to: x) { dy in try dy.kept(where: x, .reluGradient) { !($0 <= 0) } })
}
