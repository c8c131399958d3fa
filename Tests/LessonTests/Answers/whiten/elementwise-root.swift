// expect: The root of each element is not the root of the matrix.
func whitened(_ x: Tensor, epsilon: Double) -> Tensor {
  let c = x - x.mean(axes: [0])
  let sigma = covariance(x) + epsilon * Tensor.eye(x.shape[1])
  return matmul(c, 1 / sqrt(abs(sigma)))
}
