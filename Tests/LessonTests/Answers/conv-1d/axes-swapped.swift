// expect: O
func convolveSequence(_ x: Tensor, _ f: Tensor) -> Tensor {
  return conv1d(x.expandedDimension(at: 0), kernel: f)[0, 0..., 0...].transposed()
}
