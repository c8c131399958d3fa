import Operators
import Tensors

/// Losses.
let lossRows: [OperatorRow] = [
  OperatorRow("binaryCrossEntropy") {
    try binaryCrossEntropy($0["prediction"], $0["target"], reduction: $0.reduction())
  },
  OperatorRow("binaryCrossEntropyFromLogits") {
    try binaryCrossEntropyFromLogits(
      $0["prediction"], $0["target"], positiveWeight: $0.double("positiveWeight"), reduction: $0.reduction())
  },
  OperatorRow("boxLoss") { try boxLoss($0["prediction"], $0["target"], reduction: $0.reduction()) },
  OperatorRow("crossEntropy") {
    try crossEntropy(
      logits: $0["logits"], labels: $0["labels"], classWeights: $0.optional("classWeights"),
      labelSmoothing: $0.double("labelSmoothing"), ignoredLabel: try? $0.int("ignoredLabel"),
      reduction: $0.reduction())
  },
  OperatorRow("giouLoss") {
    try giouLoss($0["prediction"], $0["target"], epsilon: $0.double("epsilon"), reduction: $0.reduction())
  },
  OperatorRow("hingeLoss") {
    try hingeLoss($0["scores"], $0["labels"], margin: $0.double("margin"), reduction: $0.reduction())
  },
  OperatorRow("huberLoss") {
    try huberLoss($0["prediction"], $0["target"], delta: $0.double("delta"), reduction: $0.reduction())
  },
  OperatorRow("iouLoss") {
    try iouLoss($0["prediction"], $0["target"], epsilon: 0, reduction: $0.reduction())
  },
  OperatorRow("klDivergence") {
    try klDivergence(
      $0["prediction"], $0["target"], targetIsLogarithmic: $0.bool("targetIsLogarithmic"), reduction: $0.reduction())
  },
  OperatorRow("meanAbsoluteError") {
    try meanAbsoluteError($0["prediction"], $0["target"], reduction: $0.reduction())
  },
  OperatorRow("meanSquaredError") {
    try meanSquaredError($0["prediction"], $0["target"], reduction: $0.reduction())
  },
  OperatorRow("multiclassHingeLoss") {
    try multiclassHingeLoss($0["scores"], labels: $0["labels"], margin: $0.double("margin"), reduction: $0.reduction())
  },
  OperatorRow("negativeLogLikelihood") {
    try negativeLogLikelihood(
      $0["logProbabilities"], labels: $0["labels"], classWeights: $0.optional("classWeights"),
      ignoredLabel: try? $0.int("ignoredLabel"), reduction: $0.reduction())
  },
]

extension Arguments {
  fileprivate func reduction() throws -> LossReduction {
    let cases: [String: LossReduction] = ["mean": .mean, "sum": .sum, "none": .none]
    let name = try string("reduction")
    guard let reduction = cases[name] else { throw TensorError("the case has an unknown reduction '\(name)'") }
    return reduction
  }
}
