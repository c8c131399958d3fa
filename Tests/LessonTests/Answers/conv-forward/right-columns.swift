func forward(
  _ x: Tensor, filters f: Tensor, bias b: Tensor, stride: Int, padding: Int
) -> Tensor {
  let columns = im2col(x, size: [f.shape[2], f.shape[3]], stride: stride, padding: padding)
  let k = f.shape[0]
  let sums = matmul(f.reshaped([k, -1]), columns) + b.reshaped([k, 1])
  let rows = (x.shape[2] + 2 * padding - f.shape[2]) / stride + 1
  return sums.reshaped([x.shape[0], k, rows, -1])
}
