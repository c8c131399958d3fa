import Tensors

/// Measures how surprising the right classes are, given scores whose softmax are the classes' probabilities.
///
/// ```
/// y = −Σ n,k  t[n,k] · log softmax(x)[n,k] / N        dx = dy · (softmax(x) − t) / N
/// ```
///
/// where t is 1 for the right class and 0 for the others. In general the first softmax is multiplied by Σ k t[n,k], and
/// t[n,k] = w[k] · ((1 − s) · label[n,k] + s/K).
///
/// ```swift
/// crossEntropy(logits: Tensor([[0, 0], [1000, 0]]), labels: Tensor([0, 1]), reduction: .none).elements  // [0.6931471805599453, 1000.0]
/// ```
///
/// - Parameters:
///   - logits: Scores x, `[N, K]` or `[N, K, …]`, of any size; `[K]` for one example.
///   - labels: Class numbers from 0, `[N]`; or a probability for each class, of the scores' shape, as one-hot rows are.
///   - classWeights: How much each class counts, w, `[K]`.
///   - labelSmoothing: The part s of a label that is shared by all classes.
///   - ignoredLabel: Examples with this label do not count.
///   - reduction: `.mean`, `.sum`, or `.none`. As in PyTorch, the mean of class numbers with weights is divided by the
///     weights of the labels together, that of probabilities by the number of examples.
/// - Returns: A number; with `.none` one for each example.
/// - Source: [Tübingen] "Costs"; [Dresden] "Likelihood".
package func crossEntropy(
  logits: Tensor, labels: Tensor, classWeights: Tensor? = nil, labelSmoothing: Double = 0, ignoredLabel: Int? = nil,
  reduction: LossReduction = .mean
) throws -> Tensor {
  func targets() throws -> ClassTargets {
    try ClassTargets(
      "crossEntropy", scores: logits, labels: labels, classWeights: classWeights, smoothing: labelSmoothing,
      ignoredLabel: ignoredLabel)
  }
  let isPlain = classWeights == nil && labelSmoothing == 0 && ignoredLabel == nil && reduction != .none
  let fast = try isPlain ? ClassScores("crossEntropy", logits, labels) : nil
  let count = reduction == .mean ? Double(max(labels.count, 1)) : 1
  let y = try unrecorded {
    if let fast { return try Tensor.full([], value: fast.loss / count, dtype: .float32) }
    let targets = try targets()
    let losses = try targets.losses(logProbabilities("crossEntropy", logits, targets.axis))
    return try reduction.applied(to: losses, count: targets.divisor).asType(logits.dtype)
  }
  if !logits.isRecording && !labels.isRecording { return y }
  return try record(
    "crossEntropy", y,
    .gradient(to: logits) { dy in
      if let fast, !dy.isRecording, !logits.isRecording {
        return try fast.gradients.multiplied(by: dy.item() / count)
      }
      let (targets, axis) = (try targets(), logits.rank == 1 ? 0 : 1)
      let total = try targets.weights.sum(axes: [axis], keepDimensions: true)
      return try targets.share(of: dy, reduction)
        .multiplied(by: softmax(logits, axis: axis).multiplied(by: total).subtracting(targets.weights))
    },
    .gradient(to: labels) { dy in
      let targets = try targets()
      guard let factor = targets.factor else { return try Tensor.zeros(labels.shape, dtype: labels.dtype) }
      return try targets.share(of: dy, reduction)
        .multiplied(by: logSoftmax(logits, axis: targets.axis)).multiplied(by: factor).negated()
    })
}

/// Measures how surprising the right classes are, given the logarithms of the classes' probabilities.
///
/// ```
/// y = −Σ n,k  t[n,k] · x[n,k] / N        dx = −dy · t / N
/// ```
///
/// where t is 1 for the right class and 0 for the others, times the class's weight.
///
/// ```swift
/// negativeLogLikelihood(Tensor([[-1, -2], [-3, -4]]), labels: Tensor([0, 1])).item()  // 2.5
/// ```
///
/// - Parameters:
///   - logProbabilities: What `logSoftmax` gives, x, `[N, K]` or `[N, K, …]`; `[K]` for one example.
///   - labels: Class numbers from 0, `[N]`; or a probability for each class, of the same shape as x.
///   - classWeights: How much each class counts, `[K]`.
///   - ignoredLabel: Examples with this label do not count.
///   - reduction: `.mean`, `.sum`, or `.none`. As in PyTorch, the mean of class numbers with weights is divided by the
///     weights of the labels together.
/// - Returns: A number; with `.none` one for each example.
/// - Source: [Dresden] "Likelihood".
package func negativeLogLikelihood(
  _ logProbabilities: Tensor, labels: Tensor, classWeights: Tensor? = nil, ignoredLabel: Int? = nil,
  reduction: LossReduction = .mean
) throws -> Tensor {
  func targets() throws -> ClassTargets {
    try ClassTargets(
      "negativeLogLikelihood", scores: logProbabilities, labels: labels, classWeights: classWeights,
      ignoredLabel: ignoredLabel)
  }
  let y = try unrecorded {
    let targets = try targets()
    let losses = try targets.losses(logProbabilities.asType(.float64))
    return try reduction.applied(to: losses, count: targets.divisor).asType(logProbabilities.dtype)
  }
  if !logProbabilities.isRecording && !labels.isRecording { return y }
  return try record(
    "negativeLogLikelihood", y,
    .gradient(to: logProbabilities) { dy in
      let targets = try targets()
      return try targets.share(of: dy, reduction).multiplied(by: targets.weights).negated()
    },
    .gradient(to: labels) { dy in
      let targets = try targets()
      guard let factor = targets.factor else { return try Tensor.zeros(labels.shape, dtype: labels.dtype) }
      return try targets.share(of: dy, reduction).multiplied(by: logProbabilities).multiplied(by: factor).negated()
    })
}
