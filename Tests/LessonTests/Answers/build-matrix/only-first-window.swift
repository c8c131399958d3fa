// expect: C wrong
func matrix(of f: Tensor, rows: Int, columns: Int) -> Tensor {
  let h = rows - f.shape[0] + 1
  let w = columns - f.shape[1] + 1
  var c = Tensor.zeros([h * w, rows * columns])
  for u in 0..<f.shape[0] {
    for v in 0..<f.shape[1] {
      c[0, u * columns + v] = f[u, v]
    }
  }
  return c
}
