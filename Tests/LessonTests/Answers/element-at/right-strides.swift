func indices(of place: Int, in shape: [Int]) -> [Int] {
  var step = shape.reduce(1, *)
  var rest = place
  return shape.map { length in
    step /= length
    defer { rest %= step }
    return rest / step
  }
}
