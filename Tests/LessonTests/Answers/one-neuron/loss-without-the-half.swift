// expect: The gradients are right. The loss is half the square, (y -
func neuron(w: Double, b: Double, x: Double, t: Double) -> (loss: Double, dW: Double, dB: Double) {
  let y = sigma(w * x + b)
  let dZ = (y - t) * y * (1 - y)
  return (loss: (y - t) * (y - t), dW: dZ * x, dB: dZ)
}
