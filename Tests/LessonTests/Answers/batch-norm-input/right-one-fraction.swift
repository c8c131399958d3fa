func batchNormGradient(_ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double) -> Tensor {
  let n = Double(x.shape[0])
  let d = x - x.mean(axes: [0])
  let s = sqrt((d * d).mean(axes: [0]) + epsilon)
  let h = d / s
  return gamma / (n * s) * (n * dY - dY.sum(axes: [0]) - h * (dY * h).sum(axes: [0]))
}
