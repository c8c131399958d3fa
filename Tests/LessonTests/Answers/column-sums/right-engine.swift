func columnSums(_ x: Tensor) -> Tensor {
  return x.sum(axes: [0])
}
