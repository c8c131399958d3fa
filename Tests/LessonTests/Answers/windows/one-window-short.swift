func windows(_ image: Tensor, size: Int) -> Tensor {
  let rows = image.shape[0] - size
  let columns = image.shape[1] - size
  var result = Tensor.zeros([rows * columns, size * size])
  for i in 0..<rows {
    for j in 0..<columns {
      for u in 0..<size {
        for v in 0..<size {
          result[i * columns + j, u * size + v] = image[i + u, j + v]
        }
      }
    }
  }
  return result
}
