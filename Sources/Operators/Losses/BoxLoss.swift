import Tensors

/// Measures how far boxes are from their targets by the squares of the differences of their four numbers.
///
/// ```
/// y = Σ n Σ i (p[n,i] − t[n,i])² / N        dp = dy · 2·(p − t) / N
/// ```
///
/// ```swift
/// boxLoss(Tensor([[1, 2, 10, 20]]), Tensor([[1, 4, 11, 20]])).item()  // 5.0
/// ```
///
/// - Parameters:
///   - prediction: Boxes p, `[N, 4]`, for instance x, y, width and height.
///   - target: What they should be, t, `[N, 4]`.
///   - reduction: `.mean` over the boxes, `.sum`, or `.none`.
/// - Returns: A number; with `.none` one for each box, `[N]`.
/// - Source: [TUM] "Localization".
package func boxLoss(_ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean) throws -> Tensor {
  try requireBoxes("boxLoss", prediction, target)
  let boxes = Double(prediction.count / 4)
  let y = try unrecorded {
    let difference = try prediction.asType(.float64).subtracting(target)
    return try reduction.applied(to: square(difference).sum(axes: [prediction.rank - 1]), count: boxes)
      .asType(commonDType(prediction, target))
  }
  if !prediction.isRecording && !target.isRecording { return y }
  func slope(_ dy: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
    let share = try reduction.share(of: dy, count: boxes)
    return try (reduction == .none ? share.expandedDimension(at: share.rank) : share)
      .multiplied(by: a.subtracting(b)).multiplied(by: 2)
  }
  return try record(
    "boxLoss", y,
    .gradient(to: prediction) { dy in try slope(dy, prediction, target) },
    .gradient(to: target) { dy in try slope(dy, target, prediction) })
}

/// Throws unless both are boxes of four numbers, and as many.
func requireBoxes(_ function: String, _ prediction: Tensor, _ target: Tensor) throws {
  for boxes in [prediction, target] where boxes.shape.last != 4 {
    throw TensorError("\(function) needs boxes of 4 numbers, [N, 4], and got shape \(boxes.shape)")
  }
  try requireEqualShapes(function, prediction, target)
}
