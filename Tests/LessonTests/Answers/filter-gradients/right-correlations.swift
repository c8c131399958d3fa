func filterGradients(_ dO: Tensor, input x: Tensor) -> (dF: Tensor, db: Tensor) {
  let filters = (0..<dO.shape[1]).map { k in
    stacked(
      (0..<x.shape[1]).map { c in
        let parts = (0..<x.shape[0]).map { n in kernelGradient(dO[n, k, 0..., 0...], input: x[n, c, 0..., 0...]) }
        return stacked(parts).sum(axes: [0])
      })
  }
  return (stacked(filters), dO.sum(axes: [0, 2, 3]))
}
