// expect: O
func correlate(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let y = conv2d(
    x.transposed().reshaped([1, 1, x.shape[1], x.shape[0]]),
    kernel: f.transposed().reshaped([1, 1, f.shape[1], f.shape[0]]), stride: stride, padding: padding)
  return y[0, 0, 0..., 0...]
}
