func heInitialized(_ shape: [Int], seed: Int) -> Tensor {
  var fanIn = 1.0
  for length in shape[1...] {
    fanIn *= Double(length)
  }
  return Tensor.normal(shape, seed: seed) / (fanIn / 2).squareRoot()
}
