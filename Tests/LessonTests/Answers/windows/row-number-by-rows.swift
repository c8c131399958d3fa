// expect: The windows are all there, but column after column. Window
func windows(_ image: Tensor, size: Int) -> Tensor {
  let rows = image.shape[0] - size + 1
  let columns = image.shape[1] - size + 1
  var result = Tensor.zeros([rows * columns, size * size])
  for i in 0..<rows {
    for j in 0..<columns {
      for u in 0..<size {
        for v in 0..<size {
          result[j * rows + i, u * size + v] = image[i + u, j + v]
        }
      }
    }
  }
  return result
}
