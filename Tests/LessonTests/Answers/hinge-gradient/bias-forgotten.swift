// expect: ∂E/∂b wrong
func hingeGradient(x: Tensor, t: Tensor, w: Tensor, b: Double) -> (dW: Tensor, dB: Double) {
  let scores = (x * w).sum(axes: [1]) + b
  let active = (t * scores .< 1) * t / Double(t.count)
  return (dW: -(active.reshaped([-1, 1]) * x).sum(axes: [0]), dB: 0)
}
