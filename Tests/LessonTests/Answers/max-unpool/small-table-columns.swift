// expect: The place is divided by the columns of the small table.
func maxUnpool(_ values: Tensor, places: Tensor, rows: Int, columns: Int) -> Tensor {
  var output = Tensor.zeros([rows, columns])
  let small = values.shape[1]
  for i in 0..<values.shape[0] {
    for j in 0..<small {
      let place = Int(places[i, j])
      if place / small < rows { output[place / small, place % small] = values[i, j] }
    }
  }
  return output
}
