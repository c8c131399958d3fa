func windowColumns(_ x: Tensor, size: [Int]) -> Tensor {
  var windows: [Tensor] = []
  for i in 0...(x.shape[1] - size[0]) {
    for j in 0...(x.shape[2] - size[1]) {
      windows.append(x[0..., i..<(i + size[0]), j..<(j + size[1])].flattened())
    }
  }
  return stacked(windows, axis: 1)
}
