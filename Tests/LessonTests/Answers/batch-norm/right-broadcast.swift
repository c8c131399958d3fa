func batchNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  let c = x.shape[1]
  let rows = x.permuted([1, 0, 2, 3]).reshaped([c, -1])
  let mean = rows.mean(axes: [1], keepDimensions: true)
  let centred = rows - mean
  let scale = gamma.reshaped([c, 1]) / sqrt((centred * centred).mean(axes: [1], keepDimensions: true) + epsilon)
  let y = centred * scale + beta.reshaped([c, 1])
  return y.reshaped([c, x.shape[0], x.shape[2], x.shape[3]]).permuted([1, 0, 2, 3])
}
