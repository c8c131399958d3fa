func gradientFactor(weights: [Double], x: Double) -> Double {
  return weights.reduce((a: x, factor: 1.0)) { state, w in
    let y = 1 / (1 + exp(-w * state.a))
    return (a: y, factor: state.factor * w * y * (1 - y))
  }.factor
}
