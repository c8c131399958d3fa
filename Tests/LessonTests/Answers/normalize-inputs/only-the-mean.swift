// expect: Only the mean was taken out. The features still have
func normalized(_ other: Tensor, from training: Tensor) -> Tensor {
  return other - training.mean(axes: [0])
}
