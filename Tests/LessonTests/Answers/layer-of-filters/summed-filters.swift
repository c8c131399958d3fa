// expect: feature maps has the wrong shape
func convolutionLayer(_ x: Tensor, _ f: Tensor, _ b: Tensor) -> Tensor {
  return conv2d(x, kernel: f, bias: b).sum(axes: [1])
}
