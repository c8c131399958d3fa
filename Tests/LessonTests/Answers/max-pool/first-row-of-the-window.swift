// expect: Only the diagonal of each window was looked at. Row u and
func maxPool(_ x: Tensor, size: Int, stride: Int) -> Tensor {
  let rows = (x.shape[0] - size) / stride + 1
  let columns = (x.shape[1] - size) / stride + 1
  var output = Tensor.zeros([rows, columns])
  for i in 0..<rows {
    for j in 0..<columns {
      var winner = x[i * stride, j * stride]
      for u in 0..<size {
        winner = max(winner, x[i * stride + u, j * stride + u])
      }
      output[i, j] = winner
    }
  }
  return output
}
