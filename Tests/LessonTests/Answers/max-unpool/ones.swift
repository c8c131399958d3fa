// expect: The places are right, but they hold ones. Put the values
func maxUnpool(_ values: Tensor, places: Tensor, rows: Int, columns: Int) -> Tensor {
  var output = Tensor.zeros([rows, columns])
  for i in 0..<values.shape[0] {
    for j in 0..<values.shape[1] {
      let place = Int(places[i, j])
      output[place / columns, place % columns] = 1
    }
  }
  return output
}
