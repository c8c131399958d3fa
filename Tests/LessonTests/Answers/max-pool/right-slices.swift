func maxPool(_ x: Tensor, size: Int, stride step: Int) -> Tensor {
  var rows: [[Double]] = []
  var i = 0
  while i + size <= x.shape[0] {
    var row: [Double] = []
    for j in stride(from: 0, through: x.shape[1] - size, by: step) {
      row.append(x[i..<i + size, j..<j + size].max().item())
    }
    rows.append(row)
    i += step
  }
  return Tensor(rows)
}
