// expect: O wrong
func convolveSequence(_ x: Tensor, _ f: Tensor) -> Tensor {
  return conv1d(x.expandedDimension(at: 0), kernel: f)[0, 0..., 0...] / Double(f.shape[2])
}
