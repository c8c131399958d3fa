// expect: All images of the batch have the maps of the first one.
func forward(
  _ x: Tensor, filters f: Tensor, bias b: Tensor, stride: Int, padding: Int
) -> Tensor {
  let one = conv2d(x[0..<1, 0..., 0..., 0...], kernel: f, bias: b, stride: stride, padding: padding)
  return one.repeated(x.shape[0], axis: 0)
}
