// expect: On the way forwards the weight is missing: z is w times the
func gradientFactor(weights: [Double], x: Double) -> Double {
  var a = x
  var factor = 1.0
  for w in weights {
    a = 1 / (1 + exp(-a))
    factor *= w * a * (1 - a)
  }
  return factor
}
