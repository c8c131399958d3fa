func windowColumns(_ x: Tensor, size: [Int]) -> Tensor {
  let h = x.shape[1] - size[0] + 1
  let w = x.shape[2] - size[1] + 1
  var rows: [Tensor] = []
  for c in 0..<x.shape[0] {
    for u in 0..<size[0] {
      for v in 0..<size[1] {
        rows.append(x[c, u..<(u + h), v..<(v + w)].flattened())
      }
    }
  }
  return stacked(rows)
}
