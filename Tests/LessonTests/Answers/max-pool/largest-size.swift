// expect: wrong
func maxPool(_ x: Tensor, size: Int, stride: Int) -> Tensor {
  let rows = (x.shape[0] - size) / stride + 1
  let columns = (x.shape[1] - size) / stride + 1
  var output = Tensor.zeros([rows, columns])
  for i in 0..<rows {
    for j in 0..<columns {
      var most = -Double.infinity
      for u in 0..<size { for v in 0..<size { most = max(most, abs(x[i * stride + u, j * stride + v])) } }
      output[i, j] = most
    }
  }
  return output
}
