func neuron(w: Double, b: Double, x: Double, t: Double) -> (loss: Double, dW: Double, dB: Double) {
  let y = 1 / (1 + exp(-w * x - b))
  let error = y - t
  let slope = error * (y - y * y)
  return (error * error / 2, slope * x, slope)
}
