// expect: Three channels are taken, whatever the image has. Run over
func applyFilter(_ x: Tensor, _ f: Tensor, bias: Double) -> Tensor {
  var o = Tensor.full([x.shape[1] - f.shape[1] + 1, x.shape[2] - f.shape[2] + 1], value: bias)
  for c in 0..<min(3, x.shape[0]) {
    o = o + correlate2d(x[c, 0..., 0...], f[c, 0..., 0...])
  }
  return o
}
