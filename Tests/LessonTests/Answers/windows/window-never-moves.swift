// expect: Every row holds the first window. The window starts at row
func windows(_ image: Tensor, size: Int) -> Tensor {
  let rows = image.shape[0] - size + 1
  let columns = image.shape[1] - size + 1
  var result = Tensor.zeros([rows * columns, size * size])
  for i in 0..<rows {
    for j in 0..<columns {
      for u in 0..<size {
        for v in 0..<size {
          result[i * columns + j, u * size + v] = image[u, v]
        }
      }
    }
  }
  return result
}
