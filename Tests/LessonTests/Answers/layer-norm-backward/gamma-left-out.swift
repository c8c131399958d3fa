// expect: The scale gamma is missing in ∂E/∂X: the gradient passes it
func layerNormGradients(
  _ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double
) -> (dX: Tensor, dGamma: Tensor, dBeta: Tensor) {
  let d = x - x.mean(axes: [1], keepDimensions: true)
  let s = sqrt((d * d).mean(axes: [1], keepDimensions: true) + epsilon)
  let h = d / s
  let inner = dY - dY.mean(axes: [1], keepDimensions: true) - h * (dY * h).mean(axes: [1], keepDimensions: true)
  return (inner / s, (dY * h).sum(axes: [0]), dY.sum(axes: [0]))
}
