func updated(mean: Tensor, variance: Tensor, x: Tensor, momentum: Double) -> (
  mean: Tensor, variance: Tensor
) {
  let n = Double(x.shape[0])
  let m = x.mean(axes: [0])
  let v = x.variance(axes: [0], correction: 0) * n / (n - 1)
  return (mean: mean * (1 - momentum) + m * momentum, variance: variance * (1 - momentum) + v * momentum)
}
