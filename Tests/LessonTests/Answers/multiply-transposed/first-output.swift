// expect: ∂E/∂X wrong
func inputGradient(_ dO: Tensor, matrix c: Tensor, inputShape: [Int]) -> Tensor {
  var pixels: [Double] = []
  for m in 0..<c.shape[1] {
    pixels.append(c[0, m] * dO.elements[0])
  }
  return Tensor(pixels, shape: inputShape)
}
