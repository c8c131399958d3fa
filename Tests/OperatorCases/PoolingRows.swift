import Operators
import Tensors

/// Pooling, unpooling, upsampling, and pooling of regions.
let poolingRows: [OperatorRow] = [
  OperatorRow("maxPool1d") {
    try maxPool1d(
      $0["x"], size: $0.int("size"), stride: $0.int("stride"), padding: $0.int("padding"),
      dilation: $0.int("dilation"), roundsUp: $0.bool("roundsUp"))
  },
  OperatorRow("maxPool2d", squareMaxPool),
  OperatorRow("maxPool2d-ties", squareMaxPool),
  OperatorRow("maxPool2dPerAxis") {
    try maxPool2d(
      $0["x"], size: $0.ints("size"), strides: $0.ints("strides"), padding: $0.ints("padding"),
      dilations: $0.ints("dilations"), roundsUp: $0.bool("roundsUp"))
  },
  OperatorRow("maxPool2dWithIndices") {
    let (values, indices) = try maxPool2dWithIndices(
      $0["x"], size: $0.int("size"), stride: $0.int("stride"), padding: $0.int("padding"),
      dilation: $0.int("dilation"), roundsUp: $0.bool("roundsUp"))
    return [values, indices]
  },
  OperatorRow("averagePool1d") {
    try averagePool1d(
      $0["x"], size: $0.int("size"), stride: $0.int("stride"), padding: $0.int("padding"),
      roundsUp: $0.bool("roundsUp"), countsPadding: $0.bool("countsPadding"))
  },
  OperatorRow("averagePool2d") {
    try averagePool2d(
      $0["x"], size: $0.int("size"), stride: $0.int("stride"), padding: $0.int("padding"),
      roundsUp: $0.bool("roundsUp"), countsPadding: $0.bool("countsPadding"))
  },
  OperatorRow("averagePool2dPerAxis") {
    try averagePool2d(
      $0["x"], size: $0.ints("size"), strides: $0.ints("strides"), padding: $0.ints("padding"),
      roundsUp: $0.bool("roundsUp"), countsPadding: $0.bool("countsPadding"))
  },
  OperatorRow("adaptiveAveragePool2d") { try adaptiveAveragePool2d($0["x"], size: $0.ints("size")) },
  OperatorRow("adaptiveMaxPool2d") { try adaptiveMaxPool2d($0["x"], size: $0.ints("size")) },
  OperatorRow("globalAveragePool2d") { try globalAveragePool2d($0["x"]) },
  OperatorRow("globalMaxPool2d") { try globalMaxPool2d($0["x"]) },
  OperatorRow("lpPool2d") {
    try lpPool2d(
      $0["x"], power: $0.double("power"), size: $0.int("size"), stride: $0.int("stride"),
      roundsUp: $0.bool("roundsUp"))
  },
  OperatorRow("maxUnpool2d") {
    try maxUnpool2d(
      $0["x"], indices: $0["indices"], size: $0.int("size"), stride: $0.int("stride"), padding: $0.int("padding"),
      outputSize: $0.ints("outputSize"))
  },
  OperatorRow("upsampleNearest2d") { try upsampleNearest2d($0["x"], factor: $0.int("factor")) },
  OperatorRow("upsampleNearest2d-size") { try upsampleNearest2d($0["x"], size: $0.ints("size")) },
  OperatorRow("upsampleBilinear2d") {
    try upsampleBilinear2d($0["x"], factor: $0.int("factor"), alignsCorners: $0.bool("alignsCorners"))
  },
  OperatorRow("upsampleBilinear2d-size") {
    try upsampleBilinear2d($0["x"], size: $0.ints("size"), alignsCorners: $0.bool("alignsCorners"))
  },
  OperatorRow("roiPool") {
    try roiPool($0["x"], boxes: $0["boxes"], size: $0.ints("size"), scale: $0.double("scale"))
  },
  OperatorRow("roiAlign") {
    try roiAlign(
      $0["x"], boxes: $0["boxes"], size: $0.ints("size"), scale: $0.double("scale"),
      samples: $0.isNull("samples") ? nil : $0.int("samples"), isAligned: $0.bool("isAligned"))
  },
]

@Sendable private func squareMaxPool(_ arguments: Arguments) throws -> Tensor {
  try maxPool2d(
    arguments["x"], size: arguments.int("size"), stride: arguments.int("stride"), padding: arguments.int("padding"),
    dilation: arguments.int("dilation"), roundsUp: arguments.bool("roundsUp"))
}
