func sumWindows(_ columns: Tensor, imageShape: [Int], size: [Int]) -> Tensor {
  let w = imageShape[2] - size[1] + 1
  var image = Tensor.zeros(imageShape)
  for k in 0..<columns.shape[1] {
    let rows = (k / w)..<(k / w + size[0])
    let cols = (k % w)..<(k % w + size[1])
    let window = columns[0..., k].reshaped([imageShape[0], size[0], size[1]])
    image[0..., rows, cols] = image[0..., rows, cols] + window
  }
  return image
}
