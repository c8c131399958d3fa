func indices(of place: Int, in shape: [Int]) -> [Int] {
  var result = Array(repeating: 0, count: shape.count)
  for _ in 0..<place {
    var axis = shape.count - 1
    result[axis] += 1
    while axis > 0 && result[axis] == shape[axis] {
      result[axis] = 0
      axis -= 1
      result[axis] += 1
    }
  }
  return result
}
