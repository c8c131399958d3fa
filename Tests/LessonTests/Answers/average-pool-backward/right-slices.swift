func averagePoolGradient(_ dO: Tensor, inputShape: [Int], size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(inputShape)
  for i in 0..<dO.shape[2] {
    for j in 0..<dO.shape[3] {
      let share = dO[0..., 0..., i..<i + 1, j..<j + 1] / Double(size * size)
      dX[0..., 0..., i * stride..<i * stride + size, j * stride..<j * stride + size] += share
    }
  }
  return dX
}
