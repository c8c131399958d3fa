// expect: Every value stands one place too early: places are counted
func maxUnpool(_ values: Tensor, places: Tensor, rows: Int, columns: Int) -> Tensor {
  var output = Tensor.zeros([rows, columns])
  for i in 0..<values.shape[0] {
    for j in 0..<values.shape[1] {
      let place = max(0, Int(places[i, j]) - 1)
      output[place / columns, place % columns] = values[i, j]
    }
  }
  return output
}
