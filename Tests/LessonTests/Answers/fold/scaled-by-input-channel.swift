// expect: wrong
func fold(kernel: Tensor, bias: Tensor, mean: Tensor, variance: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double)
  -> (kernel: Tensor, bias: Tensor)
{
  let scale = gamma / sqrt(variance + epsilon)
  var folded = kernel
  for c in 0..<kernel.shape[1] {
    folded[0..., c, 0..., 0...] = kernel[0..., c, 0..., 0...] * scale[c % scale.count]
  }
  return (folded, beta + scale * (bias - mean))
}
