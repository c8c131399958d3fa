func correlate(_ x: Tensor, _ f: Tensor, dilation: Int) -> Tensor {
  let rows = x.shape[0] - dilation * (f.shape[0] - 1)
  let columns = x.shape[1] - dilation * (f.shape[1] - 1)
  var sum = Tensor.zeros([rows, columns])
  for u in 0..<f.shape[0] {
    for v in 0..<f.shape[1] {
      let top = u * dilation
      let left = v * dilation
      sum = sum + x[top..<(top + rows), left..<(left + columns)] * f[u, v]
    }
  }
  return sum
}
