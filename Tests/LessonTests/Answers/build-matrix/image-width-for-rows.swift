// expect: stopped with an error
func matrix(of f: Tensor, rows: Int, columns: Int) -> Tensor {
  let h = rows - f.shape[0] + 1
  let w = columns - f.shape[1] + 1
  var c = Tensor.zeros([h * w, rows * columns])
  for i in 0..<h {
    for j in 0..<w {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          c[i * columns + j, (i + u) * columns + j + v] = f[u, v]
        }
      }
    }
  }
  return c
}
