/// What each operator costs, and how far it reaches: a row for each that learners type. A new operator needs its name in
/// one of these lists, or a row of its own.
let operatorRules: [String: OperatorRule] = {
  let rows: [(names: [String], rule: OperatorRule)] = [
    // Nothing is multiplied: numbers are compared, put elsewhere, or go through a function.
    (
      [
        "abs", "relu", "leakyRelu", "prelu", "elu", "selu", "gelu", "sigmoid", "tanh", "softplus", "swish", "silu",
        "hardSigmoid", "maxout", "exp", "log", "sqrt", "maximum", "minimum", "clamped", "which", "less", "lessOrEqual",
        "greater", "greaterOrEqual", "equal", "notEqual", "+", "-", "asType", "broadcast", "dropPath", "concatenated",
        "split", "requiringGradient",
      ], OperatorRule(reach: .point, multiplyAdds: none)
    ),
    (
      ["*", "/", "square", "pow", "dropout", "originalDropout", "positionalEncoding"],
      OperatorRule(reach: .point, multiplyAdds: perOutput(1))
    ),
    (
      [
        "reshaped", "permuted", "flipped", "padded", "subscript", "setting", "kept", "stacked",
        "concatenated", "lowerTriangle", "upperTriangle",
        "repeated", "tiled", "rolled", "rotated90", "taken", "gathered", "scatterAdded", "sorted", "topK", "oneHot",
        "embedding",
        "diagonal", "im2col", "convolutionMatrix", "max", "min", "softmax", "logSoftmax", "logSumExp",
      ], OperatorRule(reach: .everything, multiplyAdds: none)
    ),

    // Sums over elements: one addition each, two where squares are added as well.
    (
      ["sum", "mean", "product", "cumulativeSum", "trace", "col2im", "convolutionMatrixGradient"],
      OperatorRule(reach: .everything, multiplyAdds: perInput(1))
    ),
    (["variance", "standardDeviation", "norm"], OperatorRule(reach: .everything, multiplyAdds: perInput(2))),
    (
      [
        "meanSquaredError", "meanAbsoluteError", "huberLoss", "binaryCrossEntropy", "binaryCrossEntropyFromLogits",
        "crossEntropy", "negativeLogLikelihood", "klDivergence", "hingeLoss", "multiclassHingeLoss",
        "boxLoss", "iouLoss", "giouLoss",
      ], OperatorRule(reach: .everything, multiplyAdds: perInput(1))
    ),

    // Products of matrices.
    (
      ["matmul", "linear", "attentionWeights"],
      OperatorRule(reach: .everything, multiplyAdds: { elementCount($0.output).multipliedOrMost(by: $0.innerSize) })
    ),
    (["outer"], OperatorRule(reach: .everything, multiplyAdds: perOutput(1))),
    (
      [
        "einsum", "solve", "leastSquares", "cholesky", "symmetricEigen", "singularValues", "svd", "inverse",
        "determinant",
        "customOperator",
      ],
      OperatorRule(reach: .everything, multiplyAdds: { _ in nil })
    ),

    // Convolutions: each element of the result, or of the input of a transposed one, meets all weights of a filter.
    (
      ["conv1d", "conv2d", "conv3d", "depthwiseConv2d"],
      OperatorRule(
        reach: .window, multiplyAdds: { elementCount($0.output).multipliedOrMost(by: $0.weightsOfOneFilter) })
    ),
    (
      ["convTransposed1d", "convTransposed2d", "convTransposed3d"],
      OperatorRule(
        reach: .spread,
        multiplyAdds: { elementCount($0.inputs.first ?? []).multipliedOrMost(by: $0.weightsOfOneFilter) })
    ),

    // Pooling.
    (["maxPool1d", "maxPool2d", "maxPool2dWithIndices"], OperatorRule(reach: .window, multiplyAdds: none)),
    (
      ["averagePool1d", "averagePool2d", "lpPool2d"],
      OperatorRule(reach: .window, multiplyAdds: { elementCount($0.output).multipliedOrMost(by: $0.placesOfTheWindow) })
    ),
    (
      ["globalAveragePool2d", "adaptiveAveragePool2d"],
      OperatorRule(reach: .everything, multiplyAdds: perInput(1))
    ),
    (
      ["globalMaxPool2d", "adaptiveMaxPool2d", "maxUnpool2d", "roiPool"],
      OperatorRule(reach: .everything, multiplyAdds: none)
    ),
    (["upsampleNearest2d"], OperatorRule(reach: .spread, multiplyAdds: none)),
    (["upsampleBilinear2d"], OperatorRule(reach: .spread, multiplyAdds: perOutput(4))),
    (["roiAlign"], OperatorRule(reach: .everything, multiplyAdds: perOutput(4))),

    // Normalization: mean, variance, and a factor for each element. That means look at a whole channel is left aside.
    (
      ["batchNorm", "layerNorm", "instanceNorm", "groupNorm"],
      OperatorRule(reach: .point, multiplyAdds: perInput(3))
    ),
    (["localResponseNorm"], OperatorRule(reach: .point, multiplyAdds: perOutput(2))),
    // The covariance of the channels, and the product with its root.
    (
      ["decorrelatedBatchNorm"],
      OperatorRule(reach: .point) { call in
        let x = call.inputs.first ?? []
        return elementCount(x).multipliedOrMost(by: 2 * (x.count > 1 ? x[1] : 1))
      }
    ),
    (["weightStandardized"], OperatorRule(reach: .point, multiplyAdds: perInput(3))),

    // Recurrence and attention: all matrices of weights meet each position of the sequence.
    (
      ["rnnStep", "lstmStep", "gruStep", "rnn", "lstm", "gru"],
      OperatorRule(reach: .everything, multiplyAdds: weightsAtEachPosition)
    ),
    (["scaledDotProductAttention"], OperatorRule(reach: .everything, multiplyAdds: attention)),
    (
      ["multiHeadAttention"],
      OperatorRule(reach: .everything) { call in
        weightsAtEachPosition(call).addingOrMost(attention(call))
      }
    ),
  ]
  return Dictionary(rows.flatMap { row in row.names.map { ($0, row.rule) } }, uniquingKeysWith: { first, _ in first })
}()

// MARK: - Ways to count

@Sendable private func none(_: OperatorCall) -> Int? { 0 }

private func perOutput(_ count: Int) -> @Sendable (OperatorCall) -> Int? {
  { elementCount($0.output).multipliedOrMost(by: count) }
}

private func perInput(_ count: Int) -> @Sendable (OperatorCall) -> Int? {
  { elementCount($0.inputs.first ?? []).multipliedOrMost(by: count) }
}

@Sendable private func weightsAtEachPosition(_ call: OperatorCall) -> Int {
  let matrices = call.parameters.filter { $0.count == 2 }.reduce(0) { $0.addingOrMost(elementCount($1)) }
  return matrices.multipliedOrMost(by: elementCount((call.inputs.first ?? []).dropLast()))
}

/// `q · kᵀ` and the product of its softmax with v: queries [..., L, d], keys and values [..., S, d].
@Sendable private func attention(_ call: OperatorCall) -> Int {
  let queries = call.inputs.first ?? []
  let keys = call.inputs.count > 1 ? call.inputs[1] : queries
  let length = keys.count > 1 ? keys[keys.count - 2] : 1
  return elementCount(queries).addingOrMost(elementCount(call.output)).multipliedOrMost(by: length)
}

extension OperatorCall {
  /// The columns of the left matrix.
  fileprivate var innerSize: Int { inputs.first?.last ?? 1 }

  /// Of a kernel `[O, C/groups, U, V]`: what one element of the result, or of a transposed convolution's input, meets.
  fileprivate var weightsOfOneFilter: Int { elementCount((parameters.first ?? []).dropFirst()) }

  fileprivate var placesOfTheWindow: Int { elementCount(window.map(\.kernelSize)) }
}
