// expect: The distances were taken from the running mean. A batch's
func updated(mean: Tensor, variance: Tensor, x: Tensor, momentum: Double) -> (
  mean: Tensor, variance: Tensor
) {
  let n = Double(x.shape[0])
  let d = x - mean
  let v = (d * d).sum(axes: [0]) / (n - 1)
  return (
    mean: mean + momentum * (x.mean(axes: [0]) - mean),
    variance: variance + momentum * (v - variance)
  )
}
