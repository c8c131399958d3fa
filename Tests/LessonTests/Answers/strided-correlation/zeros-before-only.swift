// expect: There are zeros above and to the left of the image, but
func correlate(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let wide = x.padded([[padding, 0], [padding, 0]])
  let y = conv2d(
    wide.reshaped([1, 1, wide.shape[0], wide.shape[1]]), kernel: f.reshaped([1, 1, f.shape[0], f.shape[1]]),
    stride: stride)
  return y[0, 0, 0..., 0...]
}
