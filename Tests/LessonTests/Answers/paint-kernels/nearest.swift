// expect: Each pixel is repeated before the kernel meets it. Between
func paint(_ x: Tensor, _ f: Tensor, stride: Int) -> Tensor {
  let wide = flat(upsampleNearest2d(planar(x), factor: stride))
  return convolve2d(wide, f, mode: .full)
}
