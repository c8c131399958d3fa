// expect: The windows stand one place apart, whatever the stride.
func maxPoolGradient(_ dO: Tensor, x: Tensor, size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(x.shape)
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      var row = i
      var column = j
      for u in 0..<size {
        for v in 0..<size {
          if x[i + u, j + v] > x[row, column] {
            row = i + u
            column = j + v
          }
        }
      }
      dX[row, column] += dO[i, j]
    }
  }
  return dX
}
