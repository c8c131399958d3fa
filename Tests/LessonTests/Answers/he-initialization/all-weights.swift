// expect: The fan-in was taken as the number of all weights. One
func heInitialized(_ shape: [Int], seed: Int) -> Tensor {
  let count = Double(shape[0] * shape[1] * shape[2] * shape[3])
  return Tensor.normal(shape, deviation: (2 / count).squareRoot(), seed: seed)
}
