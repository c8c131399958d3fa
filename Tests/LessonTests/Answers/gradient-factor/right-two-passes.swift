func gradientFactor(weights: [Double], x: Double) -> Double {
  var outputs = [x]
  for (k, w) in weights.enumerated() {
    outputs.append(1 / (1 + exp(-w * outputs[k])))
  }
  var factor = 1.0
  for k in weights.indices.reversed() {
    factor *= weights[k] * outputs[k + 1] * (1 - outputs[k + 1])
  }
  return factor
}
