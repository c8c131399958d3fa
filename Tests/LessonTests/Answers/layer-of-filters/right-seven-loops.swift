func convolutionLayer(_ x: Tensor, _ f: Tensor, _ b: Tensor) -> Tensor {
  let h = x.shape[2] - f.shape[2] + 1
  let w = x.shape[3] - f.shape[3] + 1
  var y = Tensor.zeros([x.shape[0], f.shape[0], h, w])
  for n in 0..<x.shape[0] {
    for k in 0..<f.shape[0] {
      for i in 0..<h {
        for j in 0..<w {
          y[n, k, i, j] = b[k]
          for c in 0..<x.shape[1] {
            for u in 0..<f.shape[2] {
              for v in 0..<f.shape[3] {
                y[n, k, i, j] += x[n, c, i + u, j + v] * f[k, c, u, v]
              }
            }
          }
        }
      }
    }
  }
  return y
}
