func fold(
  kernel: Tensor, bias: Tensor, mean: Tensor, variance: Tensor, gamma: Tensor, beta: Tensor,
  epsilon: Double
) -> (kernel: Tensor, bias: Tensor) {
  var k = kernel
  var b = bias
  for o in 0..<kernel.shape[0] {
    let s = sqrt(variance[o] + epsilon)
    k[o, 0...] = kernel[o, 0...] * gamma[o] / s
    b[o] = gamma[o] / s * bias[o] + beta[o] - gamma[o] * mean[o] / s
  }
  return (k, b)
}
