func fold(kernel: Tensor, bias: Tensor, mean: Tensor, variance: Tensor, gamma: Tensor, beta: Tensor, epsilon: Double)
  -> (kernel: Tensor, bias: Tensor)
{
  let scale = gamma / sqrt(variance + epsilon)
  return (kernel * scale.reshaped([scale.count, 1, 1, 1]), beta + scale * bias - scale * mean)
}
