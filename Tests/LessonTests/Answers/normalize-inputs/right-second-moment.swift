func normalized(_ other: Tensor, from training: Tensor) -> Tensor {
  let n = Double(training.shape[0])
  let mean = training.sum(axes: [0]) / n
  let square = (training * training).sum(axes: [0]) / n
  return (other - mean) / sqrt(square - mean * mean)
}
