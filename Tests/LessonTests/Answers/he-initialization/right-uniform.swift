func heInitialized(_ shape: [Int], seed: Int) -> Tensor {
  let fanIn = Double(shape.dropFirst().reduce(1, *))
  let limit = (6 / fanIn).squareRoot()
  return Tensor.uniform(shape, low: -limit, high: limit, seed: seed)
}
