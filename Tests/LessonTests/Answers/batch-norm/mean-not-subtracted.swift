// expect: The mean was not subtracted: only the size of each channel
func batchNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  let root = sqrt(x.variance(axes: [0, 2, 3], keepDimensions: true, correction: 0) + epsilon)
  let channels = [1, x.shape[1], 1, 1]
  return gamma.reshaped(channels) * x / root + beta.reshaped(channels)
}
