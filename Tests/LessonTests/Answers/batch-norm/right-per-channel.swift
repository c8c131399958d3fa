func batchNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  var y = x
  for c in 0..<x.shape[1] {
    let channel = x[0..., c]
    let d = channel - channel.mean()
    y[0..., c] = d / sqrt((d * d).mean() + epsilon) * gamma[c] + beta[c]
  }
  return y
}
