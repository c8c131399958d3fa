// expect: This is the mean of the squares. The variance is the mean
func batchNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  let mean = x.mean(axes: [0, 2, 3], keepDimensions: true)
  let root = sqrt((x * x).mean(axes: [0, 2, 3], keepDimensions: true) + epsilon)
  let channels = [1, x.shape[1], 1, 1]
  return gamma.reshaped(channels) * (x - mean) / root + beta.reshaped(channels)
}
