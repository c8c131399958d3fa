// expect: has the wrong shape
func columnSums(_ x: Tensor) -> Tensor {
  return x.sum(axes: [0], keepDimensions: true)
}
