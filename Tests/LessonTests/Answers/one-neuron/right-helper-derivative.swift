func neuron(w: Double, b: Double, x: Double, t: Double) -> (loss: Double, dW: Double, dB: Double) {
  func slope(_ z: Double) -> Double {
    return exp(-z) / ((1 + exp(-z)) * (1 + exp(-z)))
  }
  let z = w * x + b
  let error = sigma(z) - t
  return (error * error / 2, error * slope(z) * x, error * slope(z))
}
