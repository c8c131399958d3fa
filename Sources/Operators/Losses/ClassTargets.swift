import Tensors

/// The targets of a classification: how much each class of each example counts.
///
/// Labels are class numbers, `[N]`, or a probability for each class, `[N, K]`; one-hot rows are such probabilities. Either
/// way the loss of an example is `−Σ k t[k] · log p[k]`.
struct ClassTargets {
  /// `t[n, k]`: probabilities times the weights of their classes, of the scores' shape; float64.
  let weights: Tensor
  /// What `.mean` divides by: the weights of the examples' classes together.
  let divisor: Double
  /// The axis of the classes: 1, or 0 where there is only one example.
  let axis: Int
  /// The factor `(1 − s) · w[k]` between a label's probability and `t`; nil for class numbers.
  let factor: Tensor?

  init(
    _ function: String, scores: Tensor, labels: Tensor, classWeights: Tensor? = nil, smoothing: Double = 0,
    ignoredLabel: Int? = nil
  ) throws {
    try scores.requireNumbers(for: function)
    try labels.requireNumbers(for: function)
    guard scores.rank > 0 else { throw TensorError("\(function) needs a score for each class, and got one number") }
    axis = scores.rank == 1 ? 0 : 1
    let classes = scores.shape[axis]
    var single = scores.shape
    single.remove(at: axis)
    guard classes > 0 else {
      throw TensorError("\(function) needs at least one class, and got scores of shape \(scores.shape)")
    }
    guard smoothing >= 0 && smoothing <= 1 else {
      throw TensorError("labelSmoothing must be from 0 to 1, and got \(smoothing)")
    }
    let perClass = try Self.perClass(function, classWeights, classes, rank: scores.rank, axis)
    if labels.shape == scores.shape {
      if ignoredLabel != nil {
        throw TensorError(
          "ignoredLabel needs labels that are class numbers, and these are a probability for each class")
      }
      let factor = try perClass.multiplied(by: 1 - smoothing)
      let floor = try perClass.multiplied(by: smoothing / Double(classes))
      weights = try labels.asType(.float64).multiplied(by: factor).adding(floor)
      divisor = Double(scores.count / classes)
      self.factor = factor
    } else if labels.shape == single {
      let oneHot = try ClassNumbers(function, labels, classes: classes, ignored: ignoredLabel)
        .oneHot(shape: scores.shape, axis: axis)
      let chosen = try oneHot.multiplied(by: perClass)
      divisor = try chosen.sum().item()
      // The part of `smoothing` is shared by all classes of the examples that count.
      let isCounted = try oneHot.sum(axes: [axis], keepDimensions: true)
      let floor = try perClass.multiplied(by: isCounted).multiplied(by: smoothing / Double(classes))
      weights = try chosen.multiplied(by: 1 - smoothing).adding(floor)
      factor = nil
    } else {
      throw TensorError(
        "\(function) needs labels of shape \(single) (class numbers) or \(scores.shape) (a probability for each class), "
          + "and got \(labels.shape)")
    }
  }

  /// `[K]` as `[K, 1, 1]`; ones where nothing is given.
  private static func perClass(
    _ function: String, _ weights: Tensor?, _ classes: Int, rank: Int, _ axis: Int
  ) throws -> Tensor {
    let shape = [classes] + [Int](repeating: 1, count: rank - axis - 1)
    guard let weights else { return try .ones(shape) }
    guard weights.shape == [classes] else {
      throw TensorError(
        "\(counted(classes, "class")) need classWeights of shape [\(classes)], but they have shape \(weights.shape)")
    }
    guard !weights.isRecorded else {
      throw TensorError("\(function) has no gradient for its classWeights: pass them detached()")
    }
    return try weights.asType(.float64).reshaped(shape)
  }

  /// `−Σ k t[k] · log p[k]` for each example. A class that does not count adds nothing, however unlikely it is.
  func losses(_ logProbabilities: Tensor) throws -> Tensor {
    try weights.combined("a loss", with: logProbabilities) { t, logarithm in t == 0 ? 0 * t : -t * logarithm }
      .sum(axes: [axis])
  }

  /// What each example gets of `dy`, so that it meets all classes.
  func share(of dy: Tensor, _ reduction: LossReduction) throws -> Tensor {
    // Where no example counts, their mean is nan, and no score has a part in it.
    let share = try reduction.share(of: dy, count: divisor == 0 ? 1 : divisor)
    return reduction == .none ? try share.expandedDimension(at: axis) : share
  }
}

/// Labels that are class numbers.
struct ClassNumbers {
  /// The class of each example; nil for one that does not count.
  let classes: [Int?]

  init(_ function: String, _ labels: Tensor, classes count: Int, ignored: Int? = nil) throws {
    classes = try labels.elements.enumerated().map { position, label in
      if let ignored, label == Double(ignored) { return nil }
      guard label >= 0 && label < Double(count), label == label.rounded() else {
        let place = labels.rank == 0 ? "" : " at \(labels.indices(of: position))"
        throw TensorError(
          "\(function) knows classes from 0 to \(count - 1), and the label\(place) is \(label)")
      }
      return Int(label)
    }
  }

  /// 1 at the class of each example, 0 elsewhere.
  func oneHot(shape: [Int], axis: Int) throws -> Tensor {
    let inner = shape.dropFirst(axis + 1).reduce(1, *)
    return try .computed(shape, as: Double.self) { y in
      var work = 0
      for (example, label) in classes.enumerated() {
        try Interruption.poll(afterWork: &work, of: 8)
        guard let label else { continue }
        y[(example / inner * shape[axis] + label) * inner + example % inner] = 1
      }
    }
  }
}
