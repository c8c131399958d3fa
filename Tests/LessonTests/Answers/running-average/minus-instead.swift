// expect: The averages move away from the batch. Add momentum * (new
func updated(mean: Tensor, variance: Tensor, x: Tensor, momentum: Double) -> (
  mean: Tensor, variance: Tensor
) {
  let m = x.mean(axes: [0])
  let v = x.variance(axes: [0], correction: 1)
  return (mean: mean - momentum * (m - mean), variance: variance - momentum * (v - variance))
}
