// expect: O
func correlate(_ x: Tensor, _ f: Tensor, dilation: Int) -> Tensor {
  let g = upsampleNearest2d(f.reshaped([1, 1, f.shape[0], f.shape[1]]), factor: dilation)
  let wide = g.reshaped([g.shape[2], g.shape[3]])
  return correlate2d(x.padded(dilation), wide)
}
