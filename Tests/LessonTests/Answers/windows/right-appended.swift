func windows(_ image: Tensor, size: Int) -> Tensor {
  var numbers: [Double] = []
  for i in 0...image.shape[0] - size {
    for j in 0...image.shape[1] - size {
      for u in i..<i + size {
        for v in j..<j + size {
          numbers.append(image[u, v])
        }
      }
    }
  }
  return Tensor(numbers, shape: [numbers.count / (size * size), size * size])
}
