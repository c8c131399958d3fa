// expect: This is batch normalization: the variances are 1, but the
func whitened(_ x: Tensor, epsilon: Double) -> Tensor {
  return batchNorm(x, epsilon: epsilon)
}
