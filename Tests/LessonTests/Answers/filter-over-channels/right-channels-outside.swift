func applyFilter(_ x: Tensor, _ f: Tensor, bias: Double) -> Tensor {
  var o = Tensor.zeros([x.shape[1] - f.shape[1] + 1, x.shape[2] - f.shape[2] + 1])
  for c in 0..<x.shape[0] {
    for u in 0..<f.shape[1] {
      for v in 0..<f.shape[2] {
        for i in 0..<o.shape[0] {
          for j in 0..<o.shape[1] {
            o[i, j] += x[c, i + u, j + v] * f[c, u, v]
          }
        }
      }
    }
  }
  return o + bias
}
