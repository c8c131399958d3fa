// expect: The epsilon is missing: it is added to the variance, under
func layerNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  let mean = x.mean(axes: [1], keepDimensions: true)
  return gamma * (x - mean) / sqrt(x.variance(axes: [1], keepDimensions: true, correction: 0)) + beta
}
