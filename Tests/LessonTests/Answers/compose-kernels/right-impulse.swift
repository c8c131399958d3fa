// What both do to a single 1, turned: that is the filter.
func composed(_ f: Tensor, _ g: Tensor) -> Tensor {
  let rows = f.shape[0] + g.shape[0] - 1
  let columns = f.shape[1] + g.shape[1] - 1
  var impulse = Tensor.zeros([2 * rows - 1, 2 * columns - 1])
  impulse[rows - 1, columns - 1] = 1
  return correlate2d(correlate2d(impulse, f), g).rotated180()
}
