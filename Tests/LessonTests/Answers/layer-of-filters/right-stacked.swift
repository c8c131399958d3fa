func convolutionLayer(_ x: Tensor, _ f: Tensor, _ b: Tensor) -> Tensor {
  let images = (0..<x.shape[0]).map { n in
    stacked(
      (0..<f.shape[0]).map { k in
        applyFilter(x[n, 0..., 0..., 0...], f[k, 0..., 0..., 0...], bias: b[k])
      })
  }
  return stacked(images)
}
