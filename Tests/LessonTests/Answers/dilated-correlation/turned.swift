// expect: The filter is turned by 180 degrees. A layer takes it as it
func correlate(_ x: Tensor, _ f: Tensor, dilation: Int) -> Tensor {
  return correlate2d(x, withHoles(f, dilation: dilation).rotated180())
}
