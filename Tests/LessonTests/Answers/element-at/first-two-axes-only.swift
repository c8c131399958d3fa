// expect: Only the last two axes are looked at. Go on with the
func indices(of place: Int, in shape: [Int]) -> [Int] {
  var result = Array(repeating: 0, count: shape.count)
  let last = shape[shape.count - 1]
  result[shape.count - 1] = place % last
  if shape.count > 1 { result[shape.count - 2] = place / last }
  return result
}
