func layerNormalize(_ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double) -> Tensor {
  var y = x
  for i in 0..<x.shape[0] {
    let d = x[i, 0...] - x[i, 0...].mean()
    y[i, 0...] = d / sqrt((d * d).mean() + epsilon) * gamma + beta
  }
  return y
}
