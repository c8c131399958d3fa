func hingeGradient(x: Tensor, t: Tensor, w: Tensor, b: Double) -> (dW: Tensor, dB: Double) {
  let weights = w.requiringGradient()
  let bias = Tensor([b]).requiringGradient()
  let scores = matmul(x, weights.reshaped([-1, 1])).reshaped([-1]) + bias
  relu(1 - t * scores).mean().backward()
  return (dW: weights.gradient ?? Tensor.zeros(w.shape), dB: bias.gradient?[0] ?? 0)
}
