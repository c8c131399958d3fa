func whitened(_ x: Tensor, epsilon: Double) -> Tensor {
  let c = x - x.mean(axes: [0])
  let (values, vectors) = symmetricEigen(covariance(x) + epsilon * Tensor.eye(x.shape[1]))
  var w = Tensor.zeros([x.shape[1], x.shape[1]])
  for k in 0..<values.count {
    let v = vectors[0..., k].reshaped([-1, 1])
    w += matmul(v, v.transposed()) / values[k].squareRoot()
  }
  return matmul(c, w)
}
