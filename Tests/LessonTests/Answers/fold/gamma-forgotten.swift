// expect: The scale γ is missing: filter o is multiplied by
func fold(
  kernel: Tensor, bias: Tensor, mean: Tensor, variance: Tensor, gamma: Tensor, beta: Tensor,
  epsilon: Double
) -> (kernel: Tensor, bias: Tensor) {
  let s = 1 / sqrt(variance + epsilon)
  return (kernel: kernel * s.reshaped([-1, 1, 1, 1]), bias: s * (bias - mean) + beta)
}
