import Tensors

/// Asks every score to lie on its label's side of 0, with a margin: the loss of a linear support-vector machine.
///
/// ```
/// y = Σ i max(0, m − t[i]·x[i]) / n        dx = −dy · t / n where t·x < m, else 0
/// ```
///
/// ```swift
/// hingeLoss(Tensor([0.25, 3, -1]), Tensor([1, 1, 1]), reduction: .none).elements  // [0.75, 0.0, 2.0]
/// ```
///
/// - Parameters:
///   - scores: Scores x.
///   - labels: −1 or 1 for each score, t.
///   - margin: How far from 0 is far enough, m.
///   - reduction: `.mean` over all elements, `.sum`, or `.none`.
/// - Returns: A number; with `.none` a tensor of the same shape. Exactly on the margin the gradient is 0.
/// - Source: [TUM] "R-CNN".
package func hingeLoss(
  _ scores: Tensor, _ labels: Tensor, margin: Double = 1, reduction: LossReduction = .mean
) throws -> Tensor {
  let loss = try ElementwiseLoss("hingeLoss", scores, labels, reduction)
  if let odd = labels.elements.firstIndex(where: { $0.magnitude != 1 }) {
    throw TensorError(
      "hingeLoss needs labels of -1 or 1, and the one at \(labels.indices(of: odd)) is \(labels.number(odd))")
  }
  let y = try loss.value { x, t in
    let missing = margin - t * x
    return missing < 0 ? 0 : missing
  }
  if !scores.isRecording { return y }
  return try record(
    "hingeLoss", y,
    .gradient(to: scores) { dy in
      try loss.share(of: dy).multiplied(
        by: scores.detached().combined("hingeLoss", with: labels.detached()) { x, t in t * x < margin ? -t : 0 })
    })
}

/// Asks the right class's score to be above all others, with a margin.
///
/// ```
/// y = Σ n Σ k ≠ label  max(0, m − x[n,label] + x[n,k]) / K / N
/// dx[n,k] = dy / K / N where a class k is too near, and minus all of these together at the label
/// ```
///
/// ```swift
/// multiclassHingeLoss(Tensor([[3, 2.5, 0, 4]]), labels: Tensor([0])).item()  // 0.625
/// ```
///
/// - Parameters:
///   - scores: Scores x, `[N, K]`; `[K]` for one example.
///   - labels: Class numbers from 0, `[N]`.
///   - margin: How far above the others is far enough, m.
///   - reduction: `.mean` over the examples, `.sum`, or `.none`.
/// - Returns: A number; with `.none` one for each example. As in PyTorch, divided by the number of classes K.
/// - Source: Weston and Watkins, "Support vector machines for multi-class pattern recognition" (1999).
package func multiclassHingeLoss(
  _ scores: Tensor, labels: Tensor, margin: Double = 1, reduction: LossReduction = .mean
) throws -> Tensor {
  let function = "multiclassHingeLoss"
  try scores.requireNumbers(for: function)
  try labels.requireNumbers(for: function)
  guard scores.rank == 1 || scores.rank == 2, scores.shape.last != 0 else {
    throw TensorError("\(function) needs scores of shape [N, K], and got \(scores.shape)")
  }
  guard labels.shape == scores.shape.dropLast() else {
    throw TensorError(
      "\(function) needs class numbers of shape \(Array(scores.shape.dropLast())), and got \(labels.shape)")
  }
  let count = scores.shape.last ?? 1
  let numbers = try ClassNumbers(function, labels, classes: count).classes.map { $0 ?? 0 }
  let losses = try Tensor.computed(labels.shape, from: scores, as: Double.self) { y, x in
    var work = 0
    for (n, label) in numbers.enumerated() {
      try Interruption.poll(afterWork: &work, of: 4 * count)
      for k in 0..<count where k != label {
        let missing = margin - x[n * count + label] + x[n * count + k]
        y[n] += missing < 0 ? 0 : missing / Double(count)
      }
    }
  }
  let y = try reduction.applied(to: losses, count: Double(numbers.count)).asType(scores.dtype)
  if !scores.isRecording { return y }
  return try record(
    function, y,
    .gradient(to: scores) { dy in
      let slope = try Tensor.computed(scores.shape, from: scores, as: Double.self) { slope, x in
        var work = 0
        for (n, label) in numbers.enumerated() {
          try Interruption.poll(afterWork: &work, of: 4 * count)
          for k in 0..<count where k != label && margin - x[n * count + label] + x[n * count + k] > 0 {
            slope[n * count + k] += 1 / Double(count)
            slope[n * count + label] -= 1 / Double(count)
          }
        }
      }
      let share = try reduction.share(of: dy, count: Double(numbers.count))
      return try (reduction == .none ? share.expandedDimension(at: labels.rank) : share).multiplied(by: slope)
    })
}
