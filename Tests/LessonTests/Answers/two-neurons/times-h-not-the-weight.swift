// expect: On the way back to h the gradient was multiplied by h. In
func twoNeurons(w1: Double, w2: Double, x: Double, t: Double) -> (dW1: Double, dW2: Double) {
  let h = sigma(w1 * x)
  let y = sigma(w2 * h)
  let dZ2 = (y - t) * y * (1 - y)
  let dH = dZ2 * h
  return (dW1: dH * h * (1 - h) * x, dW2: dZ2 * h)
}
