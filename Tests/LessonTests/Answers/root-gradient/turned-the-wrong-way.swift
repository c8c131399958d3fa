// expect: The turns are in the opposite order. The eigenvectors stand
func inverseRootGradient(_ dW: Tensor, sigma: Tensor) -> Tensor {
  let (values, d) = symmetricEigen(sigma)
  let a = sqrt(values).reshaped([-1, 1])
  let b = sqrt(values).reshaped([1, -1])
  let turned = matmul(matmul(d, dW), d.transposed()) * (-1 / (a * b * (a + b)))
  return matmul(matmul(d.transposed(), turned), d)
}
