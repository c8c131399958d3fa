import Operators
import Tensors

/// Reductions, joins, padding, selection, comparisons and products of tensors.
let tensorRows: [OperatorRow] = [
  OperatorRow("sum") { try $0["x"].sum(axes: $0.ints("axes"), keepDimensions: $0.bool("keepDimensions")) },
  OperatorRow("mean") { try $0["x"].mean(axes: $0.ints("axes"), keepDimensions: $0.bool("keepDimensions")) },
  OperatorRow("min") { try $0["x"].min(axes: $0.ints("axes"), keepDimensions: $0.bool("keepDimensions")) },
  OperatorRow("max") { try $0["x"].max(axes: $0.ints("axes"), keepDimensions: $0.bool("keepDimensions")) },
  OperatorRow("product") { try $0["x"].product(axes: $0.ints("axes"), keepDimensions: $0.bool("keepDimensions")) },
  OperatorRow("logSumExp") { try $0["x"].logSumExp(axes: $0.ints("axes"), keepDimensions: $0.bool("keepDimensions")) },
  OperatorRow("variance") {
    try $0["x"].variance(
      axes: $0.ints("axes"), keepDimensions: $0.bool("keepDimensions"), correction: $0.int("correction"))
  },
  OperatorRow("standardDeviation") {
    try $0["x"].standardDeviation(
      axes: $0.ints("axes"), keepDimensions: $0.bool("keepDimensions"), correction: $0.int("correction"))
  },
  OperatorRow("argmax") { try $0["x"].argmax(axis: $0.int("axis"), keepDimensions: $0.bool("keepDimensions")) },
  OperatorRow("argmin") { try $0["x"].argmin(axis: $0.int("axis"), keepDimensions: $0.bool("keepDimensions")) },
  OperatorRow("concatenated") { try concatenated(list($0), axis: $0.int("axis")) },
  OperatorRow("stacked") { try stacked(list($0), axis: $0.int("axis")) },
  OperatorRow("split") { try $0["x"].split(sizes: $0.ints("sizes"), axis: $0.int("axis")) },
  OperatorRow("padded") { arguments in
    let widths = try arguments.ints("widths")
    let pairs = stride(from: 0, to: widths.count, by: 2).map { Array(widths[$0..<$0 + 2]) }
    guard let mode = PaddingMode(rawValue: try arguments.string("mode")) else { throw TensorError("no such mode") }
    return try arguments["x"].padded(pairs, mode: mode)
  },
  OperatorRow("which") { try which($0["condition"], $0["a"], $0["b"]) },
  OperatorRow("less") { try less($0["a"], $0["b"]) },
  OperatorRow("lessOrEqual") { try lessOrEqual($0["a"], $0["b"]) },
  OperatorRow("greater") { try greater($0["a"], $0["b"]) },
  OperatorRow("greaterOrEqual") { try greaterOrEqual($0["a"], $0["b"]) },
  OperatorRow("equal") { try equal($0["a"], $0["b"]) },
  OperatorRow("notEqual") { try notEqual($0["a"], $0["b"]) },
  OperatorRow("matmul") { try matmul($0["a"], $0["b"]) },
  OperatorRow("sorted") { try $0["x"].sorted(axis: $0.int("axis"), descending: $0.bool("descending")) },
  OperatorRow("argsort") { try $0["x"].argsort(axis: $0.int("axis"), descending: $0.bool("descending")) },
  OperatorRow("topK") { arguments in
    let (values, indices) = try arguments["x"].topK(arguments.int("k"), axis: arguments.int("axis"))
    return [values, indices]
  },
  OperatorRow("gathered") { try $0["x"].gathered($0["indices"], axis: $0.int("axis")) },
  OperatorRow("scatterAdded") { try $0["x"].scatterAdded($0["indices"], values: $0["values"], axis: $0.int("axis")) },
  OperatorRow("taken") { try $0["x"].taken($0["indices"], axis: $0.int("axis")) },
  OperatorRow("clamped") { try $0["x"].clamped(min: $0.double("low"), max: $0.double("high")) },
  OperatorRow("cumulativeSum") { try $0["x"].cumulativeSum(axis: $0.int("axis")) },
  OperatorRow("oneHot") { try oneHot($0["labels"], classes: $0.int("classes")) },
  OperatorRow("norm") { try $0["x"].norm(axes: $0.ints("axes"), keepDimensions: $0.bool("keepDimensions")) },
  OperatorRow("flipped") { try $0["x"].flipped(axes: $0.ints("axes")) },
  OperatorRow("rotated90") { try $0["x"].rotated90(times: $0.int("times")) },
  OperatorRow("rolled") { try $0["x"].rolled(by: $0.int("shift"), axis: $0.int("axis")) },
  OperatorRow("repeated") { try $0["x"].repeated($0.int("times"), axis: $0.int("axis")) },
  OperatorRow("tiled") { try $0["x"].tiled($0.ints("counts")) },
  OperatorRow("diagonal") { try $0["x"].diagonal(offset: $0.int("offset")) },
  OperatorRow("trace") { try $0["x"].trace() },
  OperatorRow("lowerTriangle") { try $0["x"].lowerTriangle(offset: $0.int("offset")) },
  OperatorRow("upperTriangle") { try $0["x"].upperTriangle(offset: $0.int("offset")) },
  OperatorRow("outer") { try outer($0["a"], $0["b"]) },
  OperatorRow("einsum") { try einsum($0.string("formula"), list($0)) },
]

/// The tensors a, b, c as far as the case has them.
private func list(_ arguments: Arguments) -> [Tensor] { ["a", "b", "c"].compactMap { arguments.optional($0) } }
