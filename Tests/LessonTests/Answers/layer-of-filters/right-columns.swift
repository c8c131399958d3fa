func convolutionLayer(_ x: Tensor, _ f: Tensor, _ b: Tensor) -> Tensor {
  let k = f.shape[0]
  let columns = im2col(x, size: [f.shape[2], f.shape[3]])
  let sums = matmul(f.reshaped([k, -1]), columns) + b.reshaped([k, 1])
  return sums.reshaped([x.shape[0], k, x.shape[2] - f.shape[2] + 1, -1])
}
