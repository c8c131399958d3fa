// expect: The mean was added to the bias. The normalization subtracts
func fold(
  kernel: Tensor, bias: Tensor, mean: Tensor, variance: Tensor, gamma: Tensor, beta: Tensor,
  epsilon: Double
) -> (kernel: Tensor, bias: Tensor) {
  let s = gamma / sqrt(variance + epsilon)
  return (kernel: kernel * s.reshaped([-1, 1, 1, 1]), bias: s * (bias + mean) + beta)
}
