// expect: The sum is divided by the factor. Every copy moves the
func nearestGradient(_ dO: Tensor, factor: Int) -> Tensor {
  var dX = Tensor.zeros([dO.shape[0] / factor, dO.shape[1] / factor])
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      dX[i / factor, j / factor] += dO[i, j] / Double(factor)
    }
  }
  return dX
}
