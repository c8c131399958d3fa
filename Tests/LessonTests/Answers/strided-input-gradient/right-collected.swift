func inputGradient(
  _ dO: Tensor, kernel f: Tensor, inputShape: [Int], stride: Int, padding: Int
) -> Tensor {
  var dX = Tensor.zeros(inputShape)
  for a in 0..<inputShape[0] {
    for b in 0..<inputShape[1] {
      var sum = 0.0
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          let p = a + padding - u
          let q = b + padding - v
          if p < 0 || q < 0 || p % stride != 0 || q % stride != 0 { continue }
          if p / stride < dO.shape[0] && q / stride < dO.shape[1] {
            sum += dO[p / stride, q / stride] * f[u, v]
          }
        }
      }
      dX[a, b] = sum
    }
  }
  return dX
}
