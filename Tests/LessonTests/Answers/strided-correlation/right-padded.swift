func correlate(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let wide = x.padded(padding)
  var rows: [Tensor] = []
  var i = 0
  while i + f.shape[0] <= wide.shape[0] {
    var row: [Double] = []
    var j = 0
    while j + f.shape[1] <= wide.shape[1] {
      row.append((wide[i..<(i + f.shape[0]), j..<(j + f.shape[1])] * f).sum().item())
      j += stride
    }
    rows.append(Tensor(row))
    i += stride
  }
  return stacked(rows)
}
