import Tensors

/// An operator as the cases call it: by the name that learners type, with tensors by name and parameters.
package struct OperatorRow: Sendable {
  package let name: String
  /// How far float32 may be from PyTorch's float64, relative to a tensor's largest number.
  package let float32Tolerance: Double
  /// The gradients of the gradients are checked by trying.
  package let hasSecondDerivative: Bool
  package let call: @Sendable (Arguments) throws -> [Tensor]

  /// A row of an operator with one result.
  package init(
    _ name: String, float32Tolerance: Double = 1e-5, hasSecondDerivative: Bool = true,
    _ call: @escaping @Sendable (Arguments) throws -> Tensor
  ) {
    self.init(name, float32Tolerance: float32Tolerance, hasSecondDerivative: hasSecondDerivative) { [try call($0)] }
  }

  /// A row of an operator with several results.
  package init(
    _ name: String, float32Tolerance: Double = 1e-5, hasSecondDerivative: Bool = true,
    _ call: @escaping @Sendable (Arguments) throws -> [Tensor]
  ) {
    self.name = name
    self.float32Tolerance = float32Tolerance
    self.hasSecondDerivative = hasSecondDerivative
    self.call = call
  }
}

/// What a case hands to an operator.
package struct Arguments {
  let tensors: [String: Tensor]
  let parameters: Parameters

  /// The tensor of a name.
  package subscript(_ name: String) -> Tensor {
    get throws {
      guard let tensor = tensors[name] else { throw TensorError("the case has no tensor '\(name)'") }
      return tensor
    }
  }

  /// The tensor of a name, where this case has one.
  package func optional(_ name: String) -> Tensor? { tensors[name] }

  package func int(_ name: String) throws -> Int { try parameters.value(name, as: Int.self) }
  package func double(_ name: String) throws -> Double { try parameters.value(name, as: Double.self) }
  package func bool(_ name: String) throws -> Bool { try parameters.value(name, as: Bool.self) }
  package func string(_ name: String) throws -> String { try parameters.value(name, as: String.self) }
  package func ints(_ name: String) throws -> [Int] { try parameters.value(name, as: [Int].self) }
  package func isNull(_ name: String) -> Bool { parameters.isNull(name) }
}
