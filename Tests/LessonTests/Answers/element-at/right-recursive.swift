func indices(of place: Int, in shape: [Int]) -> [Int] {
  guard let last = shape.last else { return [] }
  return indices(of: place / last, in: Array(shape.dropLast())) + [place % last]
}
