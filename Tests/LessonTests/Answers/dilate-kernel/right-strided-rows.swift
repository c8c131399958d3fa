func withHoles(_ f: Tensor, dilation: Int) -> Tensor {
  var rows: [Tensor] = []
  let width = dilation * (f.shape[1] - 1) + 1
  for u in 0..<f.shape[0] {
    var row = Tensor.zeros([width])
    for (v, weight) in f[u, 0...].elements.enumerated() {
      row[v * dilation] = weight
    }
    rows.append(row)
    if u < f.shape[0] - 1 {
      for _ in 1..<dilation { rows.append(Tensor.zeros([width])) }
    }
  }
  return stacked(rows)
}
