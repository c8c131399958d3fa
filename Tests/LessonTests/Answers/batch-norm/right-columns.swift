func batchNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  let channels = x.shape[1]
  let table = x.permuted([0, 2, 3, 1]).reshaped([-1, channels])
  let d = table - table.mean(axes: [0])
  let y = gamma * d / sqrt((d * d).mean(axes: [0]) + epsilon) + beta
  return y.reshaped([x.shape[0], x.shape[2], x.shape[3], channels]).permuted([0, 3, 1, 2])
}
