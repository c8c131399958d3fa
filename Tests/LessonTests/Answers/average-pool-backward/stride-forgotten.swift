// expect: The windows stand one place apart, whatever the stride:
func averagePoolGradient(_ dO: Tensor, inputShape: [Int], size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(inputShape)
  for i in 0..<dO.shape[2] {
    for j in 0..<dO.shape[3] {
      for u in 0..<size {
        for v in 0..<size {
          dX[0..., 0..., i + u, j + v] += dO[0..., 0..., i, j] / Double(size * size)
        }
      }
    }
  }
  return dX
}
