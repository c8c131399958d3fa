func maxUnpool(_ values: Tensor, places: Tensor, rows: Int, columns: Int) -> Tensor {
  var numbers = Array(repeating: 0.0, count: rows * columns)
  for (value, place) in zip(values.elements, places.elements) {
    numbers[Int(place)] = value
  }
  return Tensor(numbers, shape: [rows, columns])
}
