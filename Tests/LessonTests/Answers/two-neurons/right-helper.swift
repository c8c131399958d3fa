func twoNeurons(w1: Double, w2: Double, x: Double, t: Double) -> (dW1: Double, dW2: Double) {
  func slope(_ s: Double) -> Double { return s * (1 - s) }
  let h = sigma(w1 * x)
  let y = sigma(w2 * sigma(w1 * x))
  let back = (y - t) * slope(y)
  return (back * w2 * slope(h) * x, back * h)
}
