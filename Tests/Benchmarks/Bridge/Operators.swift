import Checking
import Operators
import Tensors

/// Takes the inputs out of their list once, and gives what is then run: for nine numbers a list costs half as much as
/// the operator.
typealias Operation = ([Tensor]) -> () throws -> Tensor

/// The operators that are compared, by name. Whole numbers such as the stride come in the order in which they are read
/// here, tensors in the order of the operator's own parameters.
func operation(_ name: String, _ numbers: [Int]) throws -> Operation {
  if name == "add" {
    return { inputs in
      let (a, b) = (inputs[0], inputs[1])
      return { try a.adding(b) }
    }
  }
  let function = try listOperation(name, numbers)
  return { inputs in { try function(inputs) } }
}

private func listOperation(_ name: String, _ numbers: [Int]) throws -> ([Tensor]) throws -> Tensor {
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
  case "gradcheck":
    return { inputs in
      let report = try recorded { try gradcheck({ try conv2d($0[0], kernel: $0[1], padding: 1) }, inputs: inputs) }
      return try Tensor(report.passed ? 1 : 0)
    }
  default:
    throw TensorError("there is no operator \(name) to compare")
  }
}
