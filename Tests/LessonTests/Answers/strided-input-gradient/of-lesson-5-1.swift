// expect: This is the backward pass for stride 1 without padding.
func inputGradient(
  _ dO: Tensor, kernel f: Tensor, inputShape: [Int], stride: Int, padding: Int
) -> Tensor {
  return correlate2d(dO, f.rotated180(), mode: .full)
}
