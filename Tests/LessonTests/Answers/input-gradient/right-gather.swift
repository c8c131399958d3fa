// Each pixel collects from the windows that covered it.
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  let h = dO.shape[0]
  let w = dO.shape[1]
  let kh = f.shape[0]
  let kw = f.shape[1]
  var result = Tensor.zeros([h + kh - 1, w + kw - 1])
  for r in 0..<(h + kh - 1) {
    for c in 0..<(w + kw - 1) {
      var total = 0.0
      for u in 0..<kh where r - u >= 0 && r - u < h {
        for v in 0..<kw where c - v >= 0 && c - v < w {
          total += dO[r - u, c - v] * f[u, v]
        }
      }
      result[r, c] = total
    }
  }
  return result
}
