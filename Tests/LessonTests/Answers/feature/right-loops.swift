func feature(_ image: Tensor, _ filter: Tensor) -> Double {
  var sum = 0.0
  var places = 0
  for i in 0...image.shape[0] - filter.shape[0] {
    for j in 0...image.shape[1] - filter.shape[1] {
      var answer = 0.0
      for u in 0..<filter.shape[0] {
        for v in 0..<filter.shape[1] {
          answer += image[i + u, j + v] * filter[u, v]
        }
      }
      sum += answer < 0 ? -answer : answer
      places += 1
    }
  }
  return sum / Double(places)
}
