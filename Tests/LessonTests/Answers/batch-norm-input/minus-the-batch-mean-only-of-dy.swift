// expect: wrong
func batchNormGradient(_ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double) -> Tensor {
  let centred = x - x.mean(axes: [0])
  let s = sqrt((centred * centred).mean(axes: [0]) + epsilon)
  let hat = centred / s
  let g = dY * gamma
  return (g - dY.mean(axes: [0]) - hat * (g * hat).mean(axes: [0])) / s
}
