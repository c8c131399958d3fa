// expect: The shift was multiplied by gamma as well. It comes last:
func batchNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  let mean = x.mean(axes: [0, 2, 3], keepDimensions: true)
  let root = sqrt(x.variance(axes: [0, 2, 3], keepDimensions: true, correction: 0) + epsilon)
  let channels = [1, x.shape[1], 1, 1]
  return gamma.reshaped(channels) * ((x - mean) / root + beta.reshaped(channels))
}
