// expect: The derivative was taken before the unit's own output was
func gradientFactor(weights: [Double], x: Double) -> Double {
  var a = x
  var factor = 1.0
  for w in weights {
    factor *= w * a * (1 - a)
    a = 1 / (1 + exp(-w * a))
  }
  return factor
}
