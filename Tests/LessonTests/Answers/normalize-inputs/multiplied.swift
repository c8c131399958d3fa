// expect: The distance from the mean was multiplied by the deviation.
func normalized(_ other: Tensor, from training: Tensor) -> Tensor {
  return (other - training.mean(axes: [0])) * sqrt(training.variance(axes: [0], correction: 0))
}
