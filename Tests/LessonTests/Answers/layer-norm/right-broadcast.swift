func layerNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  let centred = x - x.mean(axes: [1], keepDimensions: true)
  let s = sqrt((centred * centred).mean(axes: [1], keepDimensions: true) + epsilon)
  return centred / s * gamma + beta
}
