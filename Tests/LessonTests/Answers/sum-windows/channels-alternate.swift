// expect: The rows are read as if the channels alternated. im2col
func sumWindows(_ columns: Tensor, imageShape: [Int], size: [Int]) -> Tensor {
  let w = imageShape[2] - size[1] + 1
  var image = Tensor.zeros(imageShape)
  for k in 0..<columns.shape[1] {
    for c in 0..<imageShape[0] {
      for u in 0..<size[0] {
        for v in 0..<size[1] {
          image[c, k / w + u, k % w + v] += columns[(u * size[1] + v) * imageShape[0] + c, k]
        }
      }
    }
  }
  return image
}
