func channelsFirst(_ image: Tensor) -> Tensor {
  return stacked((0..<image.shape[2]).map { image[0..., 0..., $0] }, axis: 0)
}
