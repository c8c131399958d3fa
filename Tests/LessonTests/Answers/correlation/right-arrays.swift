func correlation(_ image: Tensor, distance d: Int) -> Double {
  var a: [Double] = []
  var b: [Double] = []
  for i in 0..<image.shape[0] {
    for j in d..<image.shape[1] {
      a.append(image[i, j - d])
      b.append(image[i, j])
    }
  }
  let meanA = a.reduce(0, +) / Double(a.count)
  let meanB = b.reduce(0, +) / Double(b.count)
  let products = zip(a, b).map { ($0 - meanA) * ($1 - meanB) }.reduce(0, +)
  let sizeA = a.map { ($0 - meanA) * ($0 - meanA) }.reduce(0, +)
  let sizeB = b.map { ($0 - meanB) * ($0 - meanB) }.reduce(0, +)
  return products / sqrt(sizeA * sizeB)
}
