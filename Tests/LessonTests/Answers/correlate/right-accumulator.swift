// expect: Passed.
func correlate(_ image: Tensor, _ filter: Tensor) -> Tensor {
  var values: [Double] = []
  let rows = image.shape[0] - filter.shape[0]
  let columns = image.shape[1] - filter.shape[1]
  for i in 0...rows {
    for j in 0...columns {
      var sum = 0.0
      for u in 0..<filter.shape[0] {
        for v in 0..<filter.shape[1] {
          sum = sum + image[i + u, j + v] * filter[u, v]
        }
      }
      values.append(sum)
    }
  }
  return Tensor(values, shape: [rows + 1, columns + 1])
}
