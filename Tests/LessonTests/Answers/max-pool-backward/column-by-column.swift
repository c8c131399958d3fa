// expect: where pixels tie wrong
func maxPoolGradient(_ dO: Tensor, x: Tensor, size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(x.shape)
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      var (row, column) = (i * stride, j * stride)
      for v in 0..<size {
        for u in 0..<size where x[i * stride + u, j * stride + v] > x[row, column] {
          (row, column) = (i * stride + u, j * stride + v)
        }
      }
      dX[row, column] += dO[i, j]
    }
  }
  return dX
}
