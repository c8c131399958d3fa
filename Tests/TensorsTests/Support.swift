import Tensors

/// The sentence of the error that `body` throws; nil if it throws none.
func message(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return "\(error)"
  }
}

/// 1, 2, 3, … in a shape.
func ramp(_ shape: [Int], dtype: DType = .float64) throws -> Tensor {
  try Tensor((0..<shape.reduce(1, *)).map { Double($0 + 1) }, shape: shape, dtype: dtype)
}

extension Tensor {
  func at(_ indices: Int...) throws -> Double { try indices.withUnsafeBufferPointer { try element(at: $0) } }

  mutating func set(_ indices: Int..., to value: Double) throws {
    try indices.withUnsafeBufferPointer { try setElement(at: $0, to: value) }
  }
}
