func maxUnpool(_ values: Tensor, places: Tensor, rows: Int, columns: Int) -> Tensor {
  var output = Tensor.zeros([rows, columns])
  for i in 0..<values.shape[0] {
    for j in 0..<values.shape[1] {
      var column = Int(places[i, j])
      var row = 0
      while column >= columns {
        column -= columns
        row += 1
      }
      output[row, column] += values[i, j]
    }
  }
  return output
}
