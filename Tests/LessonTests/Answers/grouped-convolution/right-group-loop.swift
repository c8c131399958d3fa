func groupedConvolution(_ x: Tensor, _ f: Tensor, groups: Int) -> Tensor {
  var o = Tensor.zeros([f.shape[0], x.shape[1] - f.shape[2] + 1, x.shape[2] - f.shape[3] + 1])
  let n = f.shape[0] / groups
  for g in 0..<groups {
    for k in (g * n)..<(g * n + n) {
      for c in 0..<f.shape[1] {
        let part = correlate2d(x[g * f.shape[1] + c, 0..., 0...], f[k, c, 0..., 0...])
        o[k, 0..., 0...] = o[k, 0..., 0...] + part
      }
    }
  }
  return o
}
