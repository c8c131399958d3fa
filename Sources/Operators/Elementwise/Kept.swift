internal import Kernels
import Tensors

extension Tensor {
  /// The elements that meet one of `x` for which `isKept` holds, and 0 elsewhere, whatever they are there. A product with
  /// zeros and ones would turn `inf` into `nan` where it meets a 0.
  ///
  /// ```
  /// y = self where isKept(x), else 0        gradient: dy where isKept(x), else 0
  /// ```
  ///
  /// - Parameter kernel: The same as a fast loop, where there is one.
  func kept(
    where x: Tensor, _ kernel: Elementwise.PairOperation? = nil, _ isKept: @escaping (Double) -> Bool
  ) throws -> Tensor {
    let y =
      try kernel.flatMap { try pairs($0, with: x) } ?? combined("a gradient", with: x) { isKept($1) ? $0 : 0 }
    if !isRecording { return y }
    let (condition, shape) = (x.detached(), shape)
    return try record(
      "kept", y, .gradient(to: self) { dy in try dy.kept(where: condition, kernel, isKept).summed(to: shape) })
  }
}
