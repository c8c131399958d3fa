func correlate(_ x: Tensor, _ f: Tensor, dilation: Int) -> Tensor {
  correlate2d(x, withHoles(f, dilation: dilation))
}
