func averagePool(_ x: Tensor, size: Int, stride: Int) -> Tensor {
  let rows = (x.shape[2] - size) / stride + 1
  let columns = (x.shape[3] - size) / stride + 1
  var output = Tensor.zeros([x.shape[0], x.shape[1], rows, columns])
  for i in 0..<rows {
    for j in 0..<columns {
      let window = x[0..., 0..., i * stride..<i * stride + size, j * stride..<j * stride + size]
      output[0..., 0..., i, j] = window.mean(axes: [2, 3])
    }
  }
  return output
}
