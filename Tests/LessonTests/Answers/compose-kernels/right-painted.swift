func composed(_ f: Tensor, _ g: Tensor) -> Tensor {
  var h = Tensor.zeros([f.shape[0] + g.shape[0] - 1, f.shape[1] + g.shape[1] - 1])
  for c in 0..<g.shape[0] {
    for d in 0..<g.shape[1] {
      let place = h[c..<(c + f.shape[0]), d..<(d + f.shape[1])]
      h[c..<(c + f.shape[0]), d..<(d + f.shape[1])] = place + f * g[c, d]
    }
  }
  return h
}
