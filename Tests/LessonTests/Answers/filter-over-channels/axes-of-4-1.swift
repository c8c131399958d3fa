// expect: O has the wrong shape
func applyFilter(_ x: Tensor, _ f: Tensor, bias: Double) -> Tensor {
  return Tensor.zeros([x.shape[0] - f.shape[0] + 1, x.shape[1] - f.shape[1] + 1]) + bias
}
