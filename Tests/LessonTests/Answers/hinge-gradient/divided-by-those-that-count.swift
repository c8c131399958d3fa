// expect: The sum is divided by the number of examples inside the
func hingeGradient(x: Tensor, t: Tensor, w: Tensor, b: Double) -> (dW: Tensor, dB: Double) {
  let scores = (x * w).sum(axes: [1]) + b
  let counts = t * scores .< 1
  let active = counts * t / max(1, counts.sum().item())
  return (dW: -(x * active.reshaped([-1, 1])).sum(axes: [0]), dB: -active.sum().item())
}
