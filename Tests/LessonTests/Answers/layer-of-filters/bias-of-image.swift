// expect: feature maps
func convolutionLayer(_ x: Tensor, _ f: Tensor, _ b: Tensor) -> Tensor {
  var y = conv2d(x, kernel: f)
  for n in 0..<x.shape[0] {
    for k in 0..<f.shape[0] {
      y[n, k, 0..., 0...] = y[n, k, 0..., 0...] + b[n]
    }
  }
  return y
}
