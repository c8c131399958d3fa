func correlate(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let all = correlate2d(x.padded(padding), f)
  var o = Tensor.zeros([(all.shape[0] - 1) / stride + 1, (all.shape[1] - 1) / stride + 1])
  for i in 0..<o.shape[0] {
    for j in 0..<o.shape[1] {
      o[i, j] = all[i * stride, j * stride]
    }
  }
  return o
}
