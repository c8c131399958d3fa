// expect: wrong
func whitened(_ x: Tensor, epsilon: Double) -> Tensor {
  let centred = x - x.mean(axes: [0])
  let sigma = matmul(centred.transposed(), centred) / Double(x.shape[0]) + epsilon * Tensor.eye(x.shape[1])
  return solve(cholesky(sigma), centred.transposed()).transposed()
}
