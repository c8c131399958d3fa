func layerNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  let t = x.transposed()
  let mean = t.mean(axes: [0])
  let variance = (t * t).mean(axes: [0]) - mean * mean
  return ((t - mean) / sqrt(variance + epsilon)).transposed() * gamma + beta
}
