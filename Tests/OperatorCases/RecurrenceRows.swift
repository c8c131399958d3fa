import Operators
import Tensors

/// Fully connected layers and recurrent networks.
///
/// In float32 the slopes 1 − y² and s·(1 − s) lose digits where a gate is nearly shut or open, and what flows through
/// several gates may cancel: hence the tolerance.
let recurrenceRows: [OperatorRow] = [
  OperatorRow("linear") { try linear($0["x"], weights: $0["weights"], bias: $0.optional("bias")) },
  OperatorRow("rnnStep", float32Tolerance: 2e-4) {
    try rnnStep(
      $0["x"], hidden: $0["hidden"], inputWeights: $0["inputWeights"], hiddenWeights: $0["hiddenWeights"],
      inputBias: $0.optional("inputBias"), hiddenBias: $0.optional("hiddenBias"))
  },
  OperatorRow("rnn", float32Tolerance: 2e-4) {
    let (outputs, hidden) = try rnn(
      $0["x"], hidden: $0.optional("hidden"), inputWeights: $0["inputWeights"], hiddenWeights: $0["hiddenWeights"],
      inputBias: $0.optional("inputBias"), hiddenBias: $0.optional("hiddenBias"))
    return [outputs, hidden]
  },
  OperatorRow("lstmStep", float32Tolerance: 2e-4) {
    let (hidden, cell) = try lstmStep(
      $0["x"], hidden: $0["hidden"], cell: $0["cell"], inputWeights: $0["inputWeights"],
      hiddenWeights: $0["hiddenWeights"], inputBias: $0.optional("inputBias"), hiddenBias: $0.optional("hiddenBias"))
    return [hidden, cell]
  },
  OperatorRow("lstm", float32Tolerance: 2e-4) {
    let (outputs, hidden, cell) = try lstm(
      $0["x"], hidden: $0.optional("hidden"), cell: $0.optional("cell"), inputWeights: $0["inputWeights"],
      hiddenWeights: $0["hiddenWeights"], inputBias: $0.optional("inputBias"), hiddenBias: $0.optional("hiddenBias"))
    return [outputs, hidden, cell]
  },
  OperatorRow("gruStep", float32Tolerance: 2e-4) {
    try gruStep(
      $0["x"], hidden: $0["hidden"], inputWeights: $0["inputWeights"], hiddenWeights: $0["hiddenWeights"],
      inputBias: $0.optional("inputBias"), hiddenBias: $0.optional("hiddenBias"))
  },
  OperatorRow("gru", float32Tolerance: 2e-4) {
    let (outputs, hidden) = try gru(
      $0["x"], hidden: $0.optional("hidden"), inputWeights: $0["inputWeights"], hiddenWeights: $0["hiddenWeights"],
      inputBias: $0.optional("inputBias"), hiddenBias: $0.optional("hiddenBias"))
    return [outputs, hidden]
  },
]
