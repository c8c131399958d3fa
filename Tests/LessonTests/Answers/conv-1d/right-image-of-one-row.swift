func convolveSequence(_ x: Tensor, _ f: Tensor) -> Tensor {
  let image = x.reshaped([1, x.shape[0], 1, x.shape[1]])
  let kernel = f.reshaped([f.shape[0], f.shape[1], 1, f.shape[2]])
  return conv2d(image, kernel: kernel).reshaped([f.shape[0], -1])
}
