func windows(_ image: Tensor, size: Int) -> Tensor {
  let columns = image.shape[1] - size + 1
  let rows = image.shape[0] - size + 1
  var result = Tensor.zeros([rows * columns, size * size])
  for row in 0..<result.shape[0] {
    for column in 0..<result.shape[1] {
      result[row, column] = image[row / columns + column / size, row % columns + column % size]
    }
  }
  return result
}
