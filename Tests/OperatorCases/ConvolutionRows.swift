import Operators
import Tensors

/// Convolutions.
let convolutionRows: [OperatorRow] = [
  OperatorRow("conv2d") {
    try conv2d(
      $0["x"], kernel: $0["kernel"], bias: $0.optional("bias"), stride: $0.int("stride"), padding: $0.int("padding"),
      dilation: $0.int("dilation"), groups: $0.int("groups"))
  }
]
