// expect: Passed.
func correlate(_ x: Tensor, _ f: Tensor) -> Tensor {
  let (h, w) = (f.shape[0], f.shape[1])
  var o = Tensor.zeros([x.shape[0] - h + 1, x.shape[1] - w + 1])
  for i in 0..<o.shape[0] {
    for j in 0..<o.shape[1] {
      o[i, j] = (x[i..<(i + h), j..<(j + w)] * f).sum().item()
    }
  }
  return o
}
