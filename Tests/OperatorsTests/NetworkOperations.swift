import Operators
import Tensors

/// Long steps of networks for `InterruptionTests`: activations, losses, normalization, recurrence, attention, selection.
///
/// Where an operator asks by itself, its tensors are so small that they do not ask, or it has to ask more often.
let networkOperations: [InterruptionTests.Operation] =
  activations + losses + normalizations + recurrences + attentions + selections

/// Makes something that is not what is asked about.
private func quietly<Result>(_ body: () throws -> Result) rethrows -> Result { try Interruption.forbidding(body) }

private let activations: [InterruptionTests.Operation] = [
  .init("sigmoid", [400_000]) { x in _ = try sigmoid(x) },
  .init("tanh", [400_000]) { x in _ = try tanh(x) },
  .init("relu", [400_000]) { x in _ = try relu(x) },
  .init("leakyRelu", [400_000]) { x in _ = try leakyRelu(x) },
  .init("prelu", [400_000]) { x in _ = try prelu(x, slope: quietly { try Tensor([0.1]) }) },
  .init("elu", [400_000]) { x in _ = try elu(x) },
  .init("selu", [400_000]) { x in _ = try selu(x) },
  .init("gelu", [400_000]) { x in _ = try gelu(x) },
  .init("approximate gelu", [400_000]) { x in _ = try gelu(x, isApproximate: true) },
  .init("softplus", [400_000]) { x in _ = try softplus(x) },
  .init("swish", [400_000]) { x in _ = try swish(x) },
  .init("maxout", [400, 1000]) { x in _ = try maxout(x, pieces: 2) },
  .init("softmax", [400, 1000]) { x in _ = try softmax(x, axis: 1) },
  .init("logSoftmax", [400, 1000]) { x in _ = try logSoftmax(x, axis: 1) },
  .init("linear", [2000, 200]) { x in _ = try linear(x, weights: quietly { try Tensor.ones([200, 200]) }) },
]

private let losses: [InterruptionTests.Operation] = [
  .init("meanSquaredError", [400_000]) { x in _ = try meanSquaredError(x, x) },
  .init("meanAbsoluteError", [400_000]) { x in _ = try meanAbsoluteError(x, x) },
  .init("huberLoss", [400_000]) { x in _ = try huberLoss(x, x) },
  .init("binaryCrossEntropy", [400_000]) { x in _ = try binaryCrossEntropy(x, x) },
  .init("binaryCrossEntropyFromLogits", [400_000]) { x in _ = try binaryCrossEntropyFromLogits(x, x) },
  .init("klDivergence", [400_000]) { x in _ = try klDivergence(x, x) },
  .init("hingeLoss", [400_000]) { x in _ = try hingeLoss(x, x) },
  .init("multiclassHingeLoss", [700, 1000]) { x in
    _ = try multiclassHingeLoss(x, labels: quietly { try Tensor.ones([700]) })
  },
  .init("crossEntropy", [200_000, 2]) { x in
    _ = try crossEntropy(logits: x, labels: quietly { try Tensor.ones([200_000]) })
  },
  .init("iouLoss", [300_000, 4]) { x in _ = try iouLoss(x, x) },
  .init("boxLoss", [300_000, 4]) { x in _ = try boxLoss(x, x) },
]

private let normalizations: [InterruptionTests.Operation] = [
  .init("batchNorm", [400, 1000]) { x in _ = try batchNorm(x) },
  .init("batchNorm in test mode", [400, 1000]) { x in
    let one = try quietly { try Tensor.ones([1000]) }
    _ = try batchNorm(x, mean: one, variance: one)
  },
  .init("layerNorm", [400, 1000]) { x in _ = try layerNorm(x, normalizedShape: [1000]) },
  .init("instanceNorm", [4, 100, 1000]) { x in _ = try instanceNorm(x) },
  .init("groupNorm", [400, 1000]) { x in _ = try groupNorm(x, groups: 10) },
  .init("localResponseNorm", [10, 40, 1000], questions: 25) { x in _ = try localResponseNorm(x, size: 40) },
  .init("decorrelatedBatchNorm", [4000, 100]) { _ in
    _ = try decorrelatedBatchNorm(quietly { try Tensor.normal([4000, 100], seed: 1) })
  },
  .init("weightStandardized", [400, 1000]) { x in _ = try weightStandardized(x) },
]

private let recurrences: [InterruptionTests.Operation] = [
  .init("rnn", [1, 500, 1]) { x in _ = try rnn(x, inputWeights: ones([1, 1]), hiddenWeights: ones([1, 1])) },
  .init("lstm", [1, 500, 1]) { x in _ = try lstm(x, inputWeights: ones([4, 1]), hiddenWeights: ones([4, 1])) },
  .init("gru", [1, 500, 1]) { x in _ = try gru(x, inputWeights: ones([3, 1]), hiddenWeights: ones([3, 1])) },
  .init("backward through many steps", [1]) { x in
    let y = try quietly { try (0..<1000).reduce(x.requiringGradient()) { y, _ in try y.multiplied(by: 2) } }
    try y.backward()
  },
]

private func ones(_ shape: [Int]) throws -> Tensor { try quietly { try Tensor.ones(shape) } }

private let attentions: [InterruptionTests.Operation] = [
  .init("attentionWeights", [1, 600, 1], questions: 8) { x in _ = try attentionWeights(x, keys: x) },
  .init("scaledDotProductAttention", [1, 600, 1], questions: 8) { x in
    _ = try scaledDotProductAttention(x, keys: x, values: x)
  },
  .init("multiHeadAttention", [1, 600, 2], questions: 20) { x in
    _ = try multiHeadAttention(
      x, keys: x, values: x, heads: 2, inputWeights: ones([6, 2]), outputWeights: ones([2, 2]))
  },
  .init("positionalEncoding") { _ in _ = try positionalEncoding(positions: 4000, features: 100) },
  .init("embedding", [400_000], questions: 4) { x in _ = try embedding(x, weights: ones([2, 1])) },
  .init("dropout", [400_000]) { x in _ = try dropout(x, seed: 1) },
  .init("originalDropout", [400_000]) { x in _ = try originalDropout(x, seed: 1) },
  .init("dropPath", [400_000, 1]) { x in _ = try dropPath(x, seed: 1) },
]

private let selections: [InterruptionTests.Operation] = [
  .init("cumulativeSum", [520_000]) { x in _ = try x.cumulativeSum(axis: 0) },
  .init("sorted", [400, 1000], questions: 100) { x in _ = try x.sorted() },
  .init("argsort", [400, 1000], questions: 100) { x in _ = try x.argsort() },
  .init("topK", [400, 1000], questions: 100) { x in _ = try x.topK(2) },
  .init("gathered", [400_000], questions: 15) { x in _ = try x.gathered(x, axis: 0) },
  .init("taken", [2]) { x in _ = try x.taken(ones([400_000])) },
  .init("scatterAdded", [400_000], questions: 18) { x in _ = try x.scatterAdded(x, values: x, axis: 0) },
  .init("oneHot", [300_000]) { x in _ = try oneHot(x, classes: 4) },
  .init("which", [400_000]) { x in _ = try which(x, x, x) },
  .init("clamped", [400_000]) { x in _ = try x.clamped(min: 0, max: 1) },
  .init("logSumExp", [400, 1000]) { x in _ = try x.logSumExp(axes: [1]) },
]
