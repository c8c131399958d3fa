// expect: O
func convolveSequence(_ x: Tensor, _ f: Tensor) -> Tensor {
  return conv1d(x.expandedDimension(at: 0), kernel: f, padding: .zeros(before: [f.shape[2] - 1], after: [0]))[
    0, 0..., 0...]
}
