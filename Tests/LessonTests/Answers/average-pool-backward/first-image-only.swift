// expect: wrong
func averagePoolGradient(_ dO: Tensor, inputShape: [Int], size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(inputShape)
  for c in 0..<inputShape[1] {
    for i in 0..<dO.shape[2] {
      for j in 0..<dO.shape[3] {
        for u in 0..<size {
          for v in 0..<size { dX[0, c, i * stride + u, j * stride + v] += dO[0, c, i, j] / Double(size * size) }
        }
      }
    }
  }
  return dX
}
