func kernelGradient(_ dO: Tensor, input x: Tensor) -> Tensor {
  let h = dO.shape[0]
  let w = dO.shape[1]
  var rows: [[Double]] = []
  for u in 0...(x.shape[0] - h) {
    var row: [Double] = []
    for v in 0...(x.shape[1] - w) {
      row.append((x[u..<(u + h), v..<(v + w)] * dO).sum().item())
    }
    rows.append(row)
  }
  return Tensor(rows)
}
