// Every output element paints the kernel onto a window of the input.
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  var dX = Tensor.zeros([dO.shape[0] + f.shape[0] - 1, dO.shape[1] + f.shape[1] - 1])
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      let rows = i..<(i + f.shape[0])
      let columns = j..<(j + f.shape[1])
      dX[rows, columns] = dX[rows, columns] + f * dO[i, j]
    }
  }
  return dX
}
