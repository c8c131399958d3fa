func twoNeurons(w1: Double, w2: Double, x: Double, t: Double) -> (dW1: Double, dW2: Double) {
  let a = Tensor([w1]).requiringGradient()
  let b = Tensor([w2]).requiringGradient()
  let d = sigmoid(b * sigmoid(a * x)) - t
  (0.5 * d * d).sum().backward()
  return (dW1: a.gradient?[0] ?? 0, dW2: b.gradient?[0] ?? 0)
}
