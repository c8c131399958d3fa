func scaleAndShiftGradients(_ dY: Tensor, normalized: Tensor) -> (dGamma: Tensor, dBeta: Tensor) {
  var dGamma = Tensor.zeros([dY.shape[1]])
  var dBeta = Tensor.zeros([dY.shape[1]])
  for i in 0..<dY.shape[0] {
    for j in 0..<dY.shape[1] {
      dGamma[j] += dY[i, j] * normalized[i, j]
      dBeta[j] += dY[i, j]
    }
  }
  return (dGamma, dBeta)
}
