// expect: Scale and shift are missing: multiply by gamma and add beta
func layerNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  let mean = x.mean(axes: [1], keepDimensions: true)
  return (x - mean) / sqrt(x.variance(axes: [1], keepDimensions: true, correction: 0) + epsilon)
}
