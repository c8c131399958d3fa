// expect: This is Glorot's rule, the mean of fan-in and fan-out. He's
func heInitialized(_ shape: [Int], seed: Int) -> Tensor {
  let fans = Double((shape[0] + shape[1]) * shape[2] * shape[3])
  return Tensor.normal(shape, deviation: (2 / fans).squareRoot(), seed: seed)
}
