// expect: Between the weights stand values in between. The holes are
func withHoles(_ f: Tensor, dilation: Int) -> Tensor {
  let size = [dilation * (f.shape[0] - 1) + 1, dilation * (f.shape[1] - 1) + 1]
  return upsampleBilinear2d(f.reshaped([1, 1, f.shape[0], f.shape[1]]), size: size, alignsCorners: true)[
    0, 0, 0..., 0...]
}
