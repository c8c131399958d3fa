func kernelGradient(_ dO: Tensor, input x: Tensor) -> Tensor {
  let u = x.shape[0] - dO.shape[0] + 1
  let v = x.shape[1] - dO.shape[1] + 1
  var sum = Tensor.zeros([u, v])
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      sum = sum + x[i..<(i + u), j..<(j + v)] * dO[i, j]
    }
  }
  return sum
}
