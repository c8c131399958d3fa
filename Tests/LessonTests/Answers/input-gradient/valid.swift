// expect: This is a valid convolution: the windows stay inside ∂E/∂O
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  correlate2d(dO, f.rotated180())
}
