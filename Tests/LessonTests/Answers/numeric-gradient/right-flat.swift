func numericalGradient(of f: (Tensor) -> Double, at x: Tensor, step h: Double) -> Tensor {
  var slopes: [Double] = []
  for p in 0..<x.count {
    var numbers = x.elements
    numbers[p] = x.elements[p] + h
    let above = f(Tensor(numbers, shape: x.shape))
    numbers[p] = x.elements[p] - h
    slopes.append((above - f(Tensor(numbers, shape: x.shape))) / h / 2)
  }
  return Tensor(slopes, shape: x.shape)
}
