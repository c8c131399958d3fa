// expect: Every table holds channel 0. Table c holds image[i, j,
func channelsFirst(_ image: Tensor) -> Tensor {
  var result = Tensor.zeros([image.shape[2], image.shape[0], image.shape[1]])
  for c in 0..<image.shape[2] {
    for i in 0..<image.shape[0] {
      for j in 0..<image.shape[1] {
        result[c, i, j] = image[i, j, 0]
      }
    }
  }
  return result
}
