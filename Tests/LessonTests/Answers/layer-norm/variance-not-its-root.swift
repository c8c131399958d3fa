// expect: The distance from the mean is divided by the variance, not
func layerNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  let mean = x.mean(axes: [1], keepDimensions: true)
  return gamma * (x - mean) / (x.variance(axes: [1], keepDimensions: true, correction: 0) + epsilon) + beta
}
