// expect: The windows do not overlap here. A window starts at every
func windowColumns(_ x: Tensor, size: [Int]) -> Tensor {
  return im2col(x.expandedDimension(at: 0), size: size, stride: max(size[0], size[1]))[0, 0..., 0...]
}
