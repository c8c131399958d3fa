// expect: Filters and channels changed places: the axes of the
func filterGradients(_ dO: Tensor, input x: Tensor) -> (dF: Tensor, db: Tensor) {
  let dF = conv2d(x.permuted([1, 0, 2, 3]), kernel: dO.permuted([1, 0, 2, 3]))
  return (dF: dF, db: dO.sum(axes: [0, 2, 3]))
}
