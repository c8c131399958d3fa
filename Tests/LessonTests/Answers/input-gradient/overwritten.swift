// expect: A later window replaces what an earlier one left
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  var dX = Tensor.zeros([dO.shape[0] + f.shape[0] - 1, dO.shape[1] + f.shape[1] - 1])
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      dX[i..<(i + f.shape[0]), j..<(j + f.shape[1])] = f * dO[i, j]
    }
  }
  return dX
}
