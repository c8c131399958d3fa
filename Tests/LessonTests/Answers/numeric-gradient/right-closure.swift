func numericalGradient(of f: (Tensor) -> Double, at x: Tensor, step h: Double) -> Tensor {
  let slopes = (0..<x.count).map { place -> Double in
    var nudge = Tensor.zeros([x.count])
    nudge[place] = h
    let n = nudge.reshaped(x.shape)
    return (f(x + n) - f(x - n)) / (2 * h)
  }
  return Tensor(slopes).reshaped(x.shape)
}
