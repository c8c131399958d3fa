func averagePoolGradient(_ dO: Tensor, inputShape: [Int], size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(inputShape)
  for r in 0..<inputShape[2] {
    for c in 0..<inputShape[3] {
      for i in 0..<dO.shape[2] where i * stride <= r && r < i * stride + size {
        for j in 0..<dO.shape[3] where j * stride <= c && c < j * stride + size {
          dX[0..., 0..., r, c] += dO[0..., 0..., i, j] / Double(size * size)
        }
      }
    }
  }
  return dX
}
