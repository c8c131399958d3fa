// expect: ∂L/∂w is multiplied by w. What stands beside w in z = wx +
func neuron(w: Double, b: Double, x: Double, t: Double) -> (loss: Double, dW: Double, dB: Double) {
  let y = sigma(w * x + b)
  let dZ = (y - t) * y * (1 - y)
  return (loss: 0.5 * (y - t) * (y - t), dW: dZ * w, dB: dZ)
}
