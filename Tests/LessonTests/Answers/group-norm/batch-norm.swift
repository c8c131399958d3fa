// expect: This is batch normalization: it takes all images together,
func groupNormalize(_ x: Tensor, groups: Int, epsilon: Double) -> Tensor {
  return batchNorm(x, epsilon: epsilon)
}
