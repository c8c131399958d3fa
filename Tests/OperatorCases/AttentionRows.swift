import Operators
import Tensors

/// Attention, and what stands before it; dropout.
///
/// In float32 the gradient of a softmax, p·(dp − Σ dp·p), loses digits where one share is nearly 1: hence the tolerance.
let attentionRows: [OperatorRow] = [
  OperatorRow("embedding") { try embedding($0["indices"], weights: $0["weights"]) },
  OperatorRow("positionalEncoding") {
    try positionalEncoding(positions: $0.int("positions"), features: $0.int("features"), base: $0.double("base"))
  },
  OperatorRow("attentionWeights", float32Tolerance: 2e-4) {
    try attentionWeights(
      $0["queries"], keys: $0["keys"], mask: $0.optional("mask"), isCausal: $0.bool("isCausal"))
  },
  OperatorRow("scaledDotProductAttention", float32Tolerance: 2e-4) {
    try scaledDotProductAttention(
      $0["queries"], keys: $0["keys"], values: $0["values"], mask: $0.optional("mask"),
      isCausal: $0.bool("isCausal"))
  },
  OperatorRow("multiHeadAttention", float32Tolerance: 2e-4) {
    try multiHeadAttention(
      $0["queries"], keys: $0["keys"], values: $0["values"], heads: $0.int("heads"),
      inputWeights: $0["inputWeights"], outputWeights: $0["outputWeights"], inputBias: $0.optional("inputBias"),
      outputBias: $0.optional("outputBias"), mask: $0.optional("mask"), isCausal: $0.bool("isCausal"))
  },
  OperatorRow("dropout") {
    try dropout(
      $0["x"], probability: $0.double("probability"), seed: $0.int("seed"), isTraining: $0.bool("isTraining"))
  },
  OperatorRow("originalDropout") {
    try originalDropout(
      $0["x"], probability: $0.double("probability"), seed: $0.int("seed"), isTraining: $0.bool("isTraining"))
  },
  OperatorRow("dropPath") {
    try dropPath(
      $0["x"], probability: $0.double("probability"), seed: $0.int("seed"), isTraining: $0.bool("isTraining"))
  },
]
