func applyFilter(_ x: Tensor, _ f: Tensor, bias: Double) -> Tensor {
  let u = f.shape[1]
  let v = f.shape[2]
  var answer = Tensor.full([x.shape[1] - u + 1, x.shape[2] - v + 1], value: bias)
  for i in 0...(x.shape[1] - u) {
    for j in 0...(x.shape[2] - v) {
      answer[i, j] += (x[0..., i..<(i + u), j..<(j + v)] * f).sum().item()
    }
  }
  return answer
}
