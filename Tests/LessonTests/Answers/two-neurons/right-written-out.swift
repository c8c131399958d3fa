func twoNeurons(w1: Double, w2: Double, x: Double, t: Double) -> (dW1: Double, dW2: Double) {
  let h = sigma(w1 * x)
  let y = sigma(w2 * h)
  return ((y - t) * y * (1 - y) * w2 * h * (1 - h) * x, (y - t) * y * (1 - y) * h)
}
