// expect: The size counts the padding once. There are zeros on both
func forward(
  _ x: Tensor, filters f: Tensor, bias b: Tensor, stride: Int, padding: Int
) -> Tensor {
  let all = conv2d(x, kernel: f, bias: b, stride: stride, padding: padding)
  let rows = (x.shape[2] + padding - f.shape[2]) / stride + 1
  let columns = (x.shape[3] + padding - f.shape[3]) / stride + 1
  return all[0..., 0..., 0..<rows, 0..<columns]
}
