// expect: The first window is left out: the output starts at the
func correlate(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let all = correlate2d(x.padded(padding), f)
  let h = outputSize(x.shape[0], filter: f.shape[0], stride: stride, padding: padding)
  let w = outputSize(x.shape[1], filter: f.shape[1], stride: stride, padding: padding)
  var o = Tensor.zeros([h, w])
  for i in 0..<h {
    for j in 0..<w {
      o[i, j] = all[min(i * stride + stride - 1, all.shape[0] - 1), min(j * stride + stride - 1, all.shape[1] - 1)]
    }
  }
  return o
}
