// expect: The epsilon was added to every element of the covariance.
func whitened(_ x: Tensor, epsilon: Double) -> Tensor {
  let c = x - x.mean(axes: [0])
  let (values, vectors) = symmetricEigen(covariance(x) + epsilon)
  return matmul(c, matmul(vectors / sqrt(abs(values) + 1e-12), vectors.transposed()))
}
