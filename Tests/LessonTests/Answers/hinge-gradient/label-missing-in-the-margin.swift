// expect: The score is compared with 1 without its label. An example
func hingeGradient(x: Tensor, t: Tensor, w: Tensor, b: Double) -> (dW: Tensor, dB: Double) {
  let scores = (x * w).sum(axes: [1]) + b
  let active = (scores .< 1) * t / Double(x.shape[0])
  return (dW: -(x * active.reshaped([-1, 1])).sum(axes: [0]), dB: -active.sum().item())
}
