// expect: wrong
func channelsFirst(_ image: Tensor) -> Tensor {
  return image.permuted([2, 0, 1]).flipped(axes: [1])
}
