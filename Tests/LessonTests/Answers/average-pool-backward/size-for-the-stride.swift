// expect: The windows stand side by side here, as if the stride were
func averagePoolGradient(_ dO: Tensor, inputShape: [Int], size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(inputShape)
  for r in 0..<inputShape[2] where r / size < dO.shape[2] {
    for c in 0..<inputShape[3] where c / size < dO.shape[3] {
      dX[0..., 0..., r, c] = dO[0..., 0..., r / size, c / size] / Double(size * size)
    }
  }
  return dX
}
