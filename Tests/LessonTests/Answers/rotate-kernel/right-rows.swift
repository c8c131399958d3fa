// expect: Passed.
func rotate(_ f: Tensor) -> Tensor {
  let h = f.shape[0]
  let w = f.shape[1]
  var g = f
  var u = 0
  while u < h {
    for v in stride(from: w - 1, through: 0, by: -1) {
      g[u, w - 1 - v] = f[h - 1 - u, v]
    }
    u += 1
  }
  return g
}
