// expect: ∂L/∂b is multiplied by b. In z = wx + b the bias stands
func neuron(w: Double, b: Double, x: Double, t: Double) -> (loss: Double, dW: Double, dB: Double) {
  let y = sigma(w * x + b)
  let dZ = (y - t) * y * (1 - y)
  return (loss: 0.5 * (y - t) * (y - t), dW: dZ * x, dB: dZ * b)
}
