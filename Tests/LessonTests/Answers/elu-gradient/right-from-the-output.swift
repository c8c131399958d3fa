func eluGradient(_ dY: Tensor, x: Tensor, alpha: Double) -> Tensor {
  return dY * which(x .< 0, elu(x, alpha: alpha) + alpha, Tensor.ones(x.shape))
}
