// expect: Only four numbers of each window were looked at. A window
func maxPool(_ x: Tensor, size: Int, stride: Int) -> Tensor {
  let rows = (x.shape[0] - size) / stride + 1
  let columns = (x.shape[1] - size) / stride + 1
  var output = Tensor.zeros([rows, columns])
  for i in 0..<rows {
    for j in 0..<columns {
      let p = x[i * stride, j * stride]
      let q = x[min(i * stride + 1, x.shape[0] - 1), j * stride]
      let r = x[i * stride, min(j * stride + 1, x.shape[1] - 1)]
      let s = x[min(i * stride + 1, x.shape[0] - 1), min(j * stride + 1, x.shape[1] - 1)]
      output[i, j] = max(p, q, r, s)
    }
  }
  return output
}
