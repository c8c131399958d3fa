func heInitialized(_ shape: [Int], seed: Int) -> Tensor {
  let fanIn = shape.dropFirst().reduce(1, *)
  return Tensor.normal(shape, seed: seed) * (2.0 / Double(fanIn)).squareRoot()
}
