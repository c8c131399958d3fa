// expect: F was used in a matrix product. It multiplies element by
func inverseRootGradient(_ dW: Tensor, sigma: Tensor) -> Tensor {
  let (values, d) = symmetricEigen(sigma)
  let a = sqrt(values).reshaped([-1, 1])
  let b = sqrt(values).reshaped([1, -1])
  let f = -1 / (a * b * (a + b))
  return matmul(matmul(d, matmul(f, matmul(matmul(d.transposed(), dW), d))), d.transposed())
}
