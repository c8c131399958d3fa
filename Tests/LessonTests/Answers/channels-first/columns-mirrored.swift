func channelsFirst(_ image: Tensor) -> Tensor {
  let columns = image.shape[1]
  var result = Tensor.zeros([image.shape[2], image.shape[0], columns])
  for c in 0..<image.shape[2] {
    for i in 0..<image.shape[0] {
      for j in 0..<columns {
        result[c, i, columns - 1 - j] = image[i, j, c]
      }
    }
  }
  return result
}
