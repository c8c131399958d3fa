func gradientFactor(weights: [Double], x: Double) -> Double {
  let input = Tensor([x]).requiringGradient()
  weights.reduce(input) { a, w in sigmoid(a * w) }.sum().backward()
  return input.gradient?[0] ?? 0
}
