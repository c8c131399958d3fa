func sumWindows(_ columns: Tensor, imageShape: [Int], size: [Int]) -> Tensor {
  let h = imageShape[1] - size[0] + 1
  let w = imageShape[2] - size[1] + 1
  var image = Tensor.zeros(imageShape)
  var row = 0
  for c in 0..<imageShape[0] {
    for u in 0..<size[0] {
      for v in 0..<size[1] {
        let part = columns[row, 0...].reshaped([h, w])
        image[c, u..<(u + h), v..<(v + w)] = image[c, u..<(u + h), v..<(v + w)] + part
        row += 1
      }
    }
  }
  return image
}
