// expect: The two gradients changed places: dW1 belongs to the first
func twoNeurons(w1: Double, w2: Double, x: Double, t: Double) -> (dW1: Double, dW2: Double) {
  let h = sigma(w1 * x)
  let y = sigma(w2 * h)
  let dZ2 = (y - t) * y * (1 - y)
  let dZ1 = dZ2 * w2 * h * (1 - h)
  return (dW1: dZ2 * h, dW2: dZ1 * x)
}
