func maxPool(_ x: Tensor, size: Int, stride step: Int) -> Tensor {
  var rows: [Tensor] = []
  for i in stride(from: 0, through: x.shape[0] - size, by: step) {
    var row: [Double] = []
    for j in stride(from: 0, through: x.shape[1] - size, by: step) {
      row.append(x[i..<i + size, j..<j + size].max().item())
    }
    rows.append(Tensor(row))
  }
  return stacked(rows, axis: 0)
}
