func whitened(_ x: Tensor, epsilon: Double) -> Tensor {
  let centred = x - x.mean(axes: [0])
  let d = x.shape[1]
  let sigma = matmul(centred.transposed(), centred) / Double(x.shape[0]) + epsilon * Tensor.eye(d)
  let (u, s, v) = svd(sigma)
  return matmul(centred, matmul(u / sqrt(s), v.transposed()))
}
