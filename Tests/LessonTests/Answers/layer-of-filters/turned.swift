// expect: The filters are turned by 180 degrees.
func convolutionLayer(_ x: Tensor, _ f: Tensor, _ b: Tensor) -> Tensor {
  return conv2d(x, kernel: f.flipped(axes: [2, 3]), bias: b)
}
