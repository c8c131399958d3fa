func averagePool(_ x: Tensor, size: Int, stride: Int) -> Tensor {
  func pool(_ table: Tensor) -> Tensor {
    let rows = (table.shape[0] - size) / stride + 1
    let columns = (table.shape[1] - size) / stride + 1
    var output = Tensor.zeros([rows, columns])
    for i in 0..<rows * columns {
      let r = i / columns * stride
      let c = i % columns * stride
      output[i / columns, i % columns] = table[r..<r + size, c..<c + size].mean().item()
    }
    return output
  }
  return stacked((0..<x.shape[0]).map { n in stacked((0..<x.shape[1]).map { pool(x[n, $0]) }, axis: 0) }, axis: 0)
}
