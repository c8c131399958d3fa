import Operators
import Tensors

/// Normalization.
let normalizationRows: [OperatorRow] = [
  OperatorRow("batchNorm") { (arguments) -> [Tensor] in
    let x = try arguments["x"]
    var statistics = try RunningStatistics(channels: x.shape[1], momentum: arguments.double("momentum"))
    try statistics.update(with: x)
    try statistics.update(with: x.detached().multiplied(by: 2))
    let y = try batchNorm(
      x, gamma: arguments.optional("gamma"), beta: arguments.optional("beta"), epsilon: arguments.double("epsilon"))
    return [y, statistics.mean, statistics.variance]
  },
  OperatorRow("batchNormTest") {
    try batchNorm(
      $0["x"], mean: $0["mean"], variance: $0["variance"], gamma: $0.optional("gamma"), beta: $0.optional("beta"),
      epsilon: $0.double("epsilon"))
  },
  OperatorRow("decorrelatedBatchNorm") { (arguments) -> [Tensor] in
    let (x, groups, epsilon) = (try arguments["x"], try arguments.int("groups"), try arguments.double("epsilon"))
    var whitening = try RunningWhitening(
      channels: x.shape[1], groups: groups, momentum: arguments.double("momentum"), epsilon: epsilon)
    try whitening.update(with: x)
    let y = try decorrelatedBatchNorm(
      x, groups: groups, gamma: arguments.optional("gamma"), beta: arguments.optional("beta"), epsilon: epsilon)
    return [y, whitening.mean, whitening.matrices]
  },
  OperatorRow("decorrelatedBatchNormTest") {
    try decorrelatedBatchNorm(
      $0["x"], mean: $0["mean"], whitening: $0["whitening"], gamma: $0.optional("gamma"), beta: $0.optional("beta"))
  },
  OperatorRow("fusedBatchNorm") {
    let fused = try fusedBatchNorm(
      kernel: $0["kernel"], bias: $0.optional("bias"), mean: $0["mean"], variance: $0["variance"],
      gamma: $0.optional("gamma"), beta: $0.optional("beta"), epsilon: $0.double("epsilon"))
    return try conv2d($0["x"], kernel: fused.kernel, bias: fused.bias)
  },
  OperatorRow("groupNorm") {
    try groupNorm(
      $0["x"], groups: $0.int("groups"), gamma: $0.optional("gamma"), beta: $0.optional("beta"),
      epsilon: $0.double("epsilon"))
  },
  OperatorRow("instanceNorm") {
    try instanceNorm(
      $0["x"], gamma: $0.optional("gamma"), beta: $0.optional("beta"), epsilon: $0.double("epsilon"))
  },
  OperatorRow("layerNorm") {
    try layerNorm(
      $0["x"], normalizedShape: $0.ints("normalizedShape"), gamma: $0.optional("gamma"), beta: $0.optional("beta"),
      epsilon: $0.double("epsilon"))
  },
  OperatorRow("localResponseNorm") {
    try localResponseNorm(
      $0["x"], size: $0.int("size"), alpha: $0.double("alpha"), beta: $0.double("beta"), k: $0.double("k"))
  },
  OperatorRow("weightStandardized") { try weightStandardized($0["kernel"], epsilon: $0.double("epsilon")) },
]
