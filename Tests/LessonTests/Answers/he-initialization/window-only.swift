// expect: The fan-in was taken as the window alone. A filter sees all
func heInitialized(_ shape: [Int], seed: Int) -> Tensor {
  return Tensor.normal(shape, deviation: (2 / Double(shape[2] * shape[3])).squareRoot(), seed: seed)
}
