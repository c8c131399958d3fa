// expect: Only the first channel was pooled; the others are still
func averagePool(_ x: Tensor, size: Int, stride: Int) -> Tensor {
  let pooled = averagePool2d(x, size: size, stride: stride)
  var output = Tensor.zeros(pooled.shape)
  output[0..., 0..<1] = pooled[0..., 0..<1]
  return output
}
