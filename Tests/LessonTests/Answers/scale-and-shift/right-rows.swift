func scaleAndShiftGradients(_ dY: Tensor, normalized: Tensor) -> (dGamma: Tensor, dBeta: Tensor) {
  var dGamma = Tensor.zeros([dY.shape[1]])
  var dBeta = Tensor.zeros([dY.shape[1]])
  for i in 0..<dY.shape[0] {
    dGamma += dY[i, 0...] * normalized[i, 0...]
    dBeta += dY[i, 0...]
  }
  return (dGamma, dBeta)
}
