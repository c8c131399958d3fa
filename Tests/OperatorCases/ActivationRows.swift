import Operators
import Tensors

/// Activation functions.
let activationRows: [OperatorRow] = [
  OperatorRow("elu") { try elu($0["x"], alpha: $0.double("alpha")) },
  OperatorRow("gelu") { try gelu($0["x"], isApproximate: $0.bool("isApproximate")) },
  OperatorRow("leakyRelu") { try leakyRelu($0["x"], slope: $0.double("slope")) },
  OperatorRow("logSoftmax") { try logSoftmax($0["x"], axis: $0.int("axis")) },
  OperatorRow("maxout") { try maxout($0["x"], pieces: $0.int("pieces")) },
  OperatorRow("prelu") { try prelu($0["x"], slope: $0["slope"]) },
  OperatorRow("relu") { try relu($0["x"]) },
  OperatorRow("selu") { try selu($0["x"]) },
  OperatorRow("sigmoid") { try sigmoid($0["x"]) },
  OperatorRow("softmax") { try softmax($0["x"], axis: $0.int("axis")) },
  OperatorRow("softplus") { try softplus($0["x"], beta: $0.double("beta")) },
  OperatorRow("swish") { try swish($0["x"], beta: $0.double("beta")) },
  OperatorRow("tanh") { try tanh($0["x"]) },
]
