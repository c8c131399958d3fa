func layerNormGradients(
  _ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double
) -> (dX: Tensor, dGamma: Tensor, dBeta: Tensor) {
  var dX = x
  var dGamma = gamma * 0
  var dBeta = gamma * 0
  for i in 0..<x.shape[0] {
    let d = x[i, 0...] - x[i, 0...].mean()
    let s = ((d * d).mean() + epsilon).item().squareRoot()
    let h = d / s
    let g = gamma * dY[i, 0...]
    dX[i, 0...] = (g - g.mean() - h * (g * h).mean()) / s
    dGamma += dY[i, 0...] * h
    dBeta += dY[i, 0...]
  }
  return (dX: dX, dGamma: dGamma, dBeta: dBeta)
}
