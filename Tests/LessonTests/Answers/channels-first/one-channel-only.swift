// expect: Only the first table is filled. The colours belong into one
func channelsFirst(_ image: Tensor) -> Tensor {
  var result = Tensor.zeros([image.shape[2], image.shape[0], image.shape[1]])
  for i in 0..<image.shape[0] {
    for j in 0..<image.shape[1] {
      result[0, i, j] = image[i, j, 0]
    }
  }
  return result
}
