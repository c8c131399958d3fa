func hingeGradient(x: Tensor, t: Tensor, w: Tensor, b: Double) -> (dW: Tensor, dB: Double) {
  let scores = (x * w).sum(axes: [1]) + b
  let active = (t * scores .< 1) * t / Double(x.shape[0])
  let dW = -(x * active.reshaped([-1, 1])).sum(axes: [0])
  return (dW: dW, dB: -active.sum().item())
}
