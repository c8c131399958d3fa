// expect: The kernel was not rotated by 180 degrees.
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  let m = f.shape[0] - 1
  let n = f.shape[1] - 1
  var out = Tensor.zeros([dO.shape[0] + m, dO.shape[1] + n])
  for a in 0..<out.shape[0] {
    for b in 0..<out.shape[1] {
      for u in 0...m {
        for v in 0...n {
          let i = a + u - m
          let j = b + v - n
          if i >= 0 && j >= 0 && i < dO.shape[0] && j < dO.shape[1] {
            out[a, b] += dO[i, j] * f[u, v]
          }
        }
      }
    }
  }
  return out
}
