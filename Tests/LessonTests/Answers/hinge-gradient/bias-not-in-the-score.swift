// expect: The score is missing its bias, so the wrong examples count.
func hingeGradient(x: Tensor, t: Tensor, w: Tensor, b: Double) -> (dW: Tensor, dB: Double) {
  let scores = (x * w).sum(axes: [1])
  let active = (t * scores .< 1) * t / Double(x.shape[0])
  return (dW: -(x * active.reshaped([-1, 1])).sum(axes: [0]), dB: -active.sum().item())
}
