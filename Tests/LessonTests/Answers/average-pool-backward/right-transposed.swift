func averagePoolGradient(_ dO: Tensor, inputShape: [Int], size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(inputShape)
  for i in 0..<inputShape[2] {
    for j in 0..<inputShape[3] {
      for p in 0..<dO.shape[2] where p * stride <= i && i < p * stride + size {
        for q in 0..<dO.shape[3] where q * stride <= j && j < q * stride + size {
          for n in 0..<inputShape[0] {
            for c in 0..<inputShape[1] { dX[n, c, i, j] += dO[n, c, p, q] / Double(size * size) }
          }
        }
      }
    }
  }
  return dX
}
