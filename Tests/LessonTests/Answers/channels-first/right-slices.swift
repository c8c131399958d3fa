func channelsFirst(_ image: Tensor) -> Tensor {
  var result = Tensor.zeros([image.shape[2], image.shape[0], image.shape[1]])
  for c in 0..<image.shape[2] {
    result[c] = image[0..., 0..., c]
  }
  return result
}
