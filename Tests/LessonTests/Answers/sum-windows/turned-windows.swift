// expect: Each window is put back upside down. Place (u, v) of the
func sumWindows(_ columns: Tensor, imageShape: [Int], size: [Int]) -> Tensor {
  let w = imageShape[2] - size[1] + 1
  var image = Tensor.zeros(imageShape)
  for k in 0..<columns.shape[1] {
    for c in 0..<imageShape[0] {
      for u in 0..<size[0] {
        for v in 0..<size[1] {
          let from = (c * size[0] + size[0] - 1 - u) * size[1] + size[1] - 1 - v
          image[c, k / w + u, k % w + v] += columns[from, k]
        }
      }
    }
  }
  return image
}
