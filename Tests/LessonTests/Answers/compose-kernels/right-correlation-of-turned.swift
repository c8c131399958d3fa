func composed(_ f: Tensor, _ g: Tensor) -> Tensor {
  correlate2d(g, f.rotated180(), mode: .full)
}
