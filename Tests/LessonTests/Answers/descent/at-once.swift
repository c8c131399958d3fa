// expect: This is the solution that the descent comes to in the end.
func descend(_ a: Tensor, _ target: Tensor, rate: Double, steps: Int) -> Tensor {
  return leastSquares(a, target)
}
