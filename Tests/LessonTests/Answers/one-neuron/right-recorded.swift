func neuron(w: Double, b: Double, x: Double, t: Double) -> (loss: Double, dW: Double, dB: Double) {
  let weight = Tensor([w]).requiringGradient()
  let bias = Tensor([b]).requiringGradient()
  let d = sigmoid(weight * x + bias) - t
  let loss = (0.5 * d * d).sum()
  loss.backward()
  return (loss: loss.item(), dW: weight.gradient?[0] ?? 0, dB: bias.gradient?[0] ?? 0)
}
