func correlate(_ x: Tensor, _ f: Tensor, dilation: Int) -> Tensor {
  var o = Tensor.zeros([x.shape[0] - dilation * (f.shape[0] - 1), x.shape[1] - dilation * (f.shape[1] - 1)])
  for i in 0..<o.shape[0] {
    for j in 0..<o.shape[1] {
      var u = 0
      for r in stride(from: i, to: i + dilation * f.shape[0], by: dilation) {
        var v = 0
        for c in stride(from: j, to: j + dilation * f.shape[1], by: dilation) {
          o[i, j] += x[r, c] * f[u, v]
          v += 1
        }
        u += 1
      }
    }
  }
  return o
}
