// expect: wrong
func batchNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  return batchNorm(x, gamma: gamma, beta: 2 * beta, epsilon: epsilon)
}
