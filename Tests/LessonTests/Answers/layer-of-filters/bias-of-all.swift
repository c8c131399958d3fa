// expect: feature maps wrong
func convolutionLayer(_ x: Tensor, _ f: Tensor, _ b: Tensor) -> Tensor {
  return conv2d(x, kernel: f) + b.sum().item()
}
