// expect: Each column stands upside down: the window is read from its
func windowColumns(_ x: Tensor, size: [Int]) -> Tensor {
  return im2col(x.expandedDimension(at: 0), size: size)[0, 0..., 0...].flipped(axes: [0])
}
