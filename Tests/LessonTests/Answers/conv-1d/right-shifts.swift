func convolveSequence(_ x: Tensor, _ f: Tensor) -> Tensor {
  let n = x.shape[1] - f.shape[2] + 1
  var sum = Tensor.zeros([f.shape[0], n])
  for u in 0..<f.shape[2] {
    sum = sum + matmul(f[0..., 0..., u], x[0..., u..<(u + n)])
  }
  return sum
}
