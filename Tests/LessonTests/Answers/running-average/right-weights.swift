func updated(mean: Tensor, variance: Tensor, x: Tensor, momentum: Double) -> (mean: Tensor, variance: Tensor) {
  let n = Double(x.shape[0])
  let m = x.sum(axes: [0]) / n
  let v = ((x - m) * (x - m)).sum(axes: [0]) / (n - 1)
  return ((1 - momentum) * mean + momentum * m, (1 - momentum) * variance + momentum * v)
}
