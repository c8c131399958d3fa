// expect: ∂E/∂X wrong
func layerNormGradients(_ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double) -> (
  dX: Tensor, dGamma: Tensor, dBeta: Tensor
) {
  let centred = x - x.mean(axes: [1], keepDimensions: true)
  let s = sqrt((centred * centred).mean(axes: [1], keepDimensions: true) + epsilon)
  let hat = centred / s
  let g = dY * gamma
  let dX = (g - hat * (g * hat).mean(axes: [1], keepDimensions: true)) / s
  return (dX, (dY * hat).sum(axes: [0]), dY.sum(axes: [0]))
}
