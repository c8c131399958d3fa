// expect: The rows are reversed, but each row still reads from left to right.
func rotate(_ f: Tensor) -> Tensor {
  var g = f
  let last = f.shape[0] - 1
  for i in 0...last {
    for j in 0..<f.shape[1] {
      g[last - i, j] = f[i, j]
    }
  }
  return g
}
