func nearestGradient(_ dO: Tensor, factor: Int) -> Tensor {
  var dX = Tensor.zeros(dO.shape)
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      dX[i / factor, j / factor] += dO[i, j]
    }
  }
  return dX
}
