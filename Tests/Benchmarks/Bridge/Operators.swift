import Checking
import Operators
import Tensors

/// The operators that are compared, by name. Whole numbers such as the stride come in the order in which they are read
/// here, tensors in the order of the operator's own parameters.
func operation(_ name: String, _ numbers: [Int]) throws -> ([Tensor]) throws -> Tensor {
  switch name {
  case "conv2d":
    return { try conv2d($0[0], kernel: $0[1], stride: numbers[0], padding: numbers[1], groups: numbers[2]) }
  case "convTransposed2d":
    return { try convTransposed2d($0[0], kernel: $0[1], stride: numbers[0], padding: numbers[1]) }
  case "batchNorm":
    return { try batchNorm($0[0], gamma: $0[1], beta: $0[2]) }
  case "layerNorm":
    return { try layerNorm($0[0], normalizedShape: numbers, gamma: $0[1], beta: $0[2]) }
  case "instanceNorm":
    return { try instanceNorm($0[0], gamma: $0[1], beta: $0[2]) }
  case "maxPool2d":
    return { try maxPool2d($0[0], size: numbers[0], stride: numbers[1], padding: numbers[2]) }
  case "matmul":
    return { try matmul($0[0], $0[1]) }
  case "add":
    return { try $0[0].adding($0[1]) }
  case "gradcheck":
    return { inputs in
      let report = try recorded { try gradcheck({ try conv2d($0[0], kernel: $0[1], padding: 1) }, inputs: inputs) }
      return try Tensor(report.passed ? 1 : 0)
    }
  default:
    throw TensorError("there is no operator \(name) to compare")
  }
}
