// expect: The result is the mean over the channels.
func applyFilter(_ x: Tensor, _ f: Tensor, bias: Double) -> Tensor {
  var o = Tensor.zeros([x.shape[1] - f.shape[1] + 1, x.shape[2] - f.shape[2] + 1])
  for c in 0..<x.shape[0] {
    o = o + correlate2d(x[c, 0..., 0...], f[c, 0..., 0...])
  }
  return o / Double(x.shape[0]) + bias
}
