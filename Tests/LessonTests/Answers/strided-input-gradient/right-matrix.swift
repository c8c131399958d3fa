func inputGradient(
  _ dO: Tensor, kernel f: Tensor, inputShape: [Int], stride: Int, padding: Int
) -> Tensor {
  let c = convolutionMatrix(
    f.reshaped([1, 1, f.shape[0], f.shape[1]]), inputShape: [1] + inputShape, stride: stride, padding: padding)
  return matmul(dO.reshaped([1, -1]), c).reshaped(inputShape)
}
