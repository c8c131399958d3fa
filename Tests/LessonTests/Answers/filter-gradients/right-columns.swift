func filterGradients(_ dO: Tensor, input x: Tensor) -> (dF: Tensor, db: Tensor) {
  let size = [x.shape[2] - dO.shape[2] + 1, x.shape[3] - dO.shape[3] + 1]
  let columns = im2col(x, size: size)
  let rows = dO.reshaped([dO.shape[0], dO.shape[1], -1])
  let products = matmul(rows, columns.permuted([0, 2, 1])).sum(axes: [0])
  return (dF: products.reshaped([dO.shape[1], x.shape[1], size[0], size[1]]), db: rows.sum(axes: [0, 2]))
}
