// expect: The two branches changed places: where x is 0 or more the
func eluGradient(_ dY: Tensor, x: Tensor, alpha: Double) -> Tensor {
  return dY * which(x .< 0, Tensor.ones(x.shape), alpha * exp(x))
}
