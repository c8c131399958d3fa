func batchNormGradient(_ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double) -> Tensor {
  let m = Double(x.shape[0])
  let mean = x.mean(axes: [0])
  let variance = ((x - mean) * (x - mean)).mean(axes: [0]) + epsilon
  let dHat = dY * gamma
  let dVariance = (dHat * (x - mean)).sum(axes: [0]) * -0.5 / (variance * sqrt(variance))
  let dMean = -dHat.sum(axes: [0]) / sqrt(variance)
  return dHat / sqrt(variance) + dVariance * 2 * (x - mean) / m + dMean / m
}
