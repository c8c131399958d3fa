func matrix(of f: Tensor, rows: Int, columns: Int) -> Tensor {
  let h = rows - f.shape[0] + 1
  let w = columns - f.shape[1] + 1
  var c = Tensor.zeros([h * w, rows * columns])
  for k in 0..<(h * w) {
    let start = k / w * columns + k % w
    for u in 0..<f.shape[0] {
      let first = start + u * columns
      c[k, first..<(first + f.shape[1])] = f[u, 0...]
    }
  }
  return c
}
