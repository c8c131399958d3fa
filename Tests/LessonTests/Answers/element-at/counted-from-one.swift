// expect: Every index is 1 too large: they are counted from
func indices(of place: Int, in shape: [Int]) -> [Int] {
  var result = Array(repeating: 0, count: shape.count)
  var rest = place
  for axis in shape.indices.reversed() {
    result[axis] = rest % shape[axis] + 1
    rest /= shape[axis]
  }
  return result
}
