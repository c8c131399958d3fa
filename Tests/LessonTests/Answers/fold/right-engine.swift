func fold(
  kernel: Tensor, bias: Tensor, mean: Tensor, variance: Tensor, gamma: Tensor, beta: Tensor,
  epsilon: Double
) -> (kernel: Tensor, bias: Tensor) {
  let rows = kernel.reshaped([kernel.shape[0], -1]).transposed()
  let s = gamma / sqrt(variance + epsilon)
  return (kernel: (rows * s).transposed().reshaped(kernel.shape), bias: (bias - mean) * s + beta)
}
