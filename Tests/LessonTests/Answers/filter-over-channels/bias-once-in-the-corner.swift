// expect: O wrong
func applyFilter(_ x: Tensor, _ f: Tensor, bias: Double) -> Tensor {
  let maps = (0..<x.shape[0]).map { correlate2d(x[$0, 0..., 0...], f[$0, 0..., 0...]) }
  var o = stacked(maps).sum(axes: [0])
  o[0, 0] += bias
  return o
}
