func inverseRootGradient(_ dW: Tensor, sigma: Tensor) -> Tensor {
  let (values, d) = symmetricEigen(sigma)
  var f = Tensor.zeros(sigma.shape)
  for j in 0..<values.count {
    for k in 0..<values.count {
      let p = values[j]
      let q = values[k]
      if abs(p - q) < 1e-9 {
        f[j, k] = -0.5 / (p * p.squareRoot())
      } else {
        f[j, k] = (1 / p.squareRoot() - 1 / q.squareRoot()) / (p - q)
      }
    }
  }
  let inner = matmul(d.transposed(), matmul(dW, d))
  return matmul(d, matmul(f * inner, d.transposed()))
}
