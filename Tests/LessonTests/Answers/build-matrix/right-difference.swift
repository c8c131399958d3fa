func matrix(of f: Tensor, rows: Int, columns: Int) -> Tensor {
  let h = rows - f.shape[0] + 1
  let w = columns - f.shape[1] + 1
  var c = Tensor.zeros([h * w, rows * columns])
  for k in 0..<(h * w) {
    for m in 0..<(rows * columns) {
      let u = m / columns - k / w
      let v = m % columns - k % w
      if (0..<f.shape[0]).contains(u) && (0..<f.shape[1]).contains(v) { c[k, m] = f[u, v] }
    }
  }
  return c
}
