import Tensors

/// `float32` if all tensors are; those that are not given do not count.
func commonDType(_ tensors: Tensor?...) -> DType {
  tensors.allSatisfy { $0?.dtype != .float64 } ? .float32 : .float64
}
