// expect: This is a valid convolution, and the kernel was not rotated either.
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  let h = dO.shape[0] - f.shape[0] + 1
  let w = dO.shape[1] - f.shape[1] + 1
  var r = Tensor.zeros([h, w])
  for i in 0..<h {
    for j in 0..<w {
      r[i, j] = (dO[i..<(i + f.shape[0]), j..<(j + f.shape[1])] * f).sum().item()
    }
  }
  return r
}
