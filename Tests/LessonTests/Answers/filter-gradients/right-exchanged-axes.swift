// A convolution in which channels play the batch, and the batch plays the channels.
func filterGradients(_ dO: Tensor, input x: Tensor) -> (dF: Tensor, db: Tensor) {
  let dF = conv2d(x.permuted([1, 0, 2, 3]), kernel: dO.permuted([1, 0, 2, 3])).permuted([1, 0, 2, 3])
  return (dF: dF, db: dO.sum(axes: [3]).sum(axes: [2]).sum(axes: [0]))
}
