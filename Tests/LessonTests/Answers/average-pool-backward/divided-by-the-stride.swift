// expect: The share is divided by stride * stride. A window has size
func averagePoolGradient(_ dO: Tensor, inputShape: [Int], size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(inputShape)
  for i in 0..<dO.shape[2] {
    for j in 0..<dO.shape[3] {
      for u in 0..<size {
        for v in 0..<size {
          dX[0..., 0..., i * stride + u, j * stride + v] += dO[0..., 0..., i, j] / Double(stride * stride)
        }
      }
    }
  }
  return dX
}
