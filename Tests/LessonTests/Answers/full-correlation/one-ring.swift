// expect: One row or column of zeros on each side is right for a filter of 2 by 2 only.
func fullCorrelation(_ x: Tensor, _ f: Tensor) -> Tensor {
  var larger = Tensor.zeros([x.shape[0] + 2, x.shape[1] + 2])
  larger[1...x.shape[0], 1...x.shape[1]] = x
  return correlate(larger, f)
}
