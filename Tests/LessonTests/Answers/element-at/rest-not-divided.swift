// expect: The place itself is used for every axis. What is left after
func indices(of place: Int, in shape: [Int]) -> [Int] {
  var result = Array(repeating: 0, count: shape.count)
  for axis in shape.indices.reversed() {
    result[axis] = place % shape[axis]
  }
  return result
}
