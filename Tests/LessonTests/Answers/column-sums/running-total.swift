// expect: The sum runs on from one column to the next. Each column
func columnSums(_ x: Tensor) -> Tensor {
  var sums = Tensor.zeros([x.shape[1]])
  var total = 0.0
  for j in 0..<x.shape[1] {
    for i in 0..<x.shape[0] {
      total += x[i, j]
    }
    sums[j] = total
  }
  return sums
}
