func normalized(_ other: Tensor, from training: Tensor) -> Tensor {
  return (training - training.mean(axes: [0])) / sqrt(training.variance(axes: [0], correction: 0))
}
