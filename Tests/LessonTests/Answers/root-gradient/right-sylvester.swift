func inverseRootGradient(_ dW: Tensor, sigma: Tensor) -> Tensor {
  let (values, d) = symmetricEigen(sigma)
  let roots = sqrt(values)
  let products = outer(roots, roots)
  let sums = roots.reshaped([-1, 1]) + roots
  let inner = matmul(matmul(d.transposed(), dW), d) / (products * sums)
  return -matmul(matmul(d, inner), d.transposed())
}
