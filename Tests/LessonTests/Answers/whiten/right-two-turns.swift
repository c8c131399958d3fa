func whitened(_ x: Tensor, epsilon: Double) -> Tensor {
  let c = x - x.mean(axes: [0])
  let sigma = matmul(c.transposed(), c) / Double(x.shape[0])
  let (values, d) = symmetricEigen(sigma)
  let turned = matmul(c, d) / sqrt(values + epsilon)
  return matmul(turned, d.transposed())
}
