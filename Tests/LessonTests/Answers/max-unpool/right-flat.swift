func maxUnpool(_ values: Tensor, places: Tensor, rows: Int, columns: Int) -> Tensor {
  var flat = [Double](repeating: 0, count: rows * columns)
  for (value, place) in zip(values.elements, places.elements) { flat[Int(place)] = value }
  return Tensor(flat, shape: [rows, columns])
}
