// expect: The winners get 1 each. They get what the error hands down
func maxPoolGradient(_ dO: Tensor, x: Tensor, size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(x.shape)
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      var row = i * stride
      var column = j * stride
      for u in 0..<size {
        for v in 0..<size {
          if x[i * stride + u, j * stride + v] > x[row, column] {
            row = i * stride + u
            column = j * stride + v
          }
        }
      }
      dX[row, column] += 1
    }
  }
  return dX
}
