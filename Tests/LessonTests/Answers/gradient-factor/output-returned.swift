// expect: This is the last unit's derivative alone. Multiply the
func gradientFactor(weights: [Double], x: Double) -> Double {
  var a = x
  for w in weights {
    a = 1 / (1 + exp(-w * a))
  }
  return a * (1 - a)
}
