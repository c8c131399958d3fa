func permute(_ x: Tensor, _ order: [Int]) -> Tensor {
  let shape = [x.shape[order[0]], x.shape[order[1]], x.shape[order[2]]]
  var result = Tensor.zeros(shape)
  for i in 0..<shape[0] {
    for j in 0..<shape[1] {
      for k in 0..<shape[2] {
        var old = [0, 0, 0]
        old[order[0]] = i
        old[order[1]] = j
        old[order[2]] = k
        result[i, j, k] = x[old[0], old[1], old[2]]
      }
    }
  }
  return result
}
