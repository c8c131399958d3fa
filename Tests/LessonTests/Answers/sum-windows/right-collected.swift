func sumWindows(_ columns: Tensor, imageShape: [Int], size: [Int]) -> Tensor {
  let h = imageShape[1] - size[0] + 1
  let w = imageShape[2] - size[1] + 1
  var image = Tensor.zeros(imageShape)
  for c in 0..<imageShape[0] {
    for a in 0..<imageShape[1] {
      for b in 0..<imageShape[2] {
        for u in 0..<size[0] where (0..<h).contains(a - u) {
          for v in 0..<size[1] where (0..<w).contains(b - v) {
            image[c, a, b] += columns[(c * size[0] + u) * size[1] + v, (a - u) * w + b - v]
          }
        }
      }
    }
  }
  return image
}
