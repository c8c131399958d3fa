// expect: The mean is updated, the variance stayed as it was. It is
func updated(mean: Tensor, variance: Tensor, x: Tensor, momentum: Double) -> (
  mean: Tensor, variance: Tensor
) {
  return (mean: mean + momentum * (x.mean(axes: [0]) - mean), variance: variance)
}
