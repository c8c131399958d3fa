func maxPool(_ x: Tensor, size: Int, stride: Int) -> Tensor {
  let rows = (x.shape[0] - size) / stride + 1
  let columns = (x.shape[1] - size) / stride + 1
  var output = Tensor.full([rows, columns], value: -Double.infinity)
  for i in 0..<rows {
    for j in 0..<columns {
      for u in 0..<size {
        for v in 0..<size where x[i * stride + u, j * stride + v] > output[i, j] {
          output[i, j] = x[i * stride + u, j * stride + v]
        }
      }
    }
  }
  return output
}
