internal import Kernels
import Tensors

/// Turns scores into probabilities: positive, and 1 together.
///
/// ```
/// y[i] = e^x[i] / Σ k  e^x[k]        dx = y · (dy − Σ k  dy[k]·y[k])
/// ```
///
/// ```swift
/// softmax(Tensor([[0, 0], [1000, 1001]]), axis: 1).elements  // [0.5, 0.5, 0.2689414213699951, 0.7310585786300049]
/// ```
///
/// - Parameters:
///   - x: Scores.
///   - axis: The axis whose elements compete, for instance 1 for `[N, classes]`; −1 is the last.
/// - Returns: A tensor of the same shape. Only differences of scores count, so large ones are fine.
/// - Source: [CS7GV1] "Softmax".
package func softmax(_ x: Tensor, axis: Int) throws -> Tensor {
  let y = try unrecorded {
    try ofRows(x, axis, Softmax.probabilities) ?? exp(logProbabilities("softmax", x, axis)).asType(x.dtype)
  }
  if !x.isRecording { return y }
  return try record(
    "softmax", y,
    .gradient(to: x) { dy in
      // In double precision: where one probability is nearly 1, the difference loses the digits of float32.
      let y = try softmax(x.asType(.float64), axis: axis)
      let mean = try dy.multiplied(by: y).sum(axes: [axis], keepDimensions: true)
      return try y.multiplied(by: dy.subtracting(mean)).asType(x.dtype)
    })
}

/// Turns scores into the logarithms of probabilities, exactly also where the probability is too small for a number.
///
/// ```
/// y[i] = x[i] − ln Σ k  e^x[k]        dx = dy − softmax(x) · Σ k  dy[k]
/// ```
///
/// ```swift
/// logSoftmax(Tensor([0, 1000]), axis: 0).elements  // [-1000.0, 0.0]
/// ```
///
/// - Parameters:
///   - x: Scores.
///   - axis: The axis whose elements compete, for instance 1 for `[N, classes]`; −1 is the last.
/// - Returns: A tensor of the same shape.
package func logSoftmax(_ x: Tensor, axis: Int) throws -> Tensor {
  let y = try unrecorded {
    try ofRows(x, axis, Softmax.logarithms) ?? logProbabilities("logSoftmax", x, axis).asType(x.dtype)
  }
  if !x.isRecording { return y }
  return try record(
    "logSoftmax", y,
    .gradient(to: x) { dy, y in
      try dy.subtracting(exp(y).multiplied(by: dy.sum(axes: [axis], keepDimensions: true)))
    })
}

/// The fast path for many scores in `float32` whose classes lie side by side; nil for others.
private func ofRows(
  _ x: Tensor, _ axis: Int,
  _ kernel: (_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ rows: Int, _ width: Int) -> Void
) throws -> Tensor? {
  guard x.kind == .float32, x.count >= Tensor.fewElements, try resolvedAxis(axis, of: x.shape) == x.rank - 1,
    let width = x.shape.last
  else { return nil }
  let y = try x.withElements(as: Float.self) { elements in
    try Tensor.unwritten(x.shape, as: Float.self) { y in kernel(y, elements, x.count / width, width) }
  }
  try Interruption.poll()
  return y
}

/// `x − ln Σ eˣ` in float64. The largest score is taken away first: then the largest power is 1.
func logProbabilities(_ function: String, _ x: Tensor, _ axis: Int) throws -> Tensor {
  try x.requireNumbers(for: function)
  let x = try x.asType(.float64)
  let axis = try resolvedAxis(axis, of: x.shape)
  if x.count == 0 { return x }
  let shifted = try x.subtracting(x.max(axes: [axis], keepDimensions: true))
  return try shifted.subtracting(log(exp(shifted).sum(axes: [axis], keepDimensions: true)))
}
