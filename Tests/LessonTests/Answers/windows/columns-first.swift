// expect: wrong
func windows(_ image: Tensor, size: Int) -> Tensor {
  var rows: [[Double]] = []
  for j in 0...image.shape[1] - size {
    for i in 0...image.shape[0] - size {
      rows.append(image[i..<i + size, j..<j + size].elements)
    }
  }
  return Tensor(rows)
}
