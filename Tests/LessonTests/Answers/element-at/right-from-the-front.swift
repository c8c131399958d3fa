func indices(of place: Int, in shape: [Int]) -> [Int] {
  var step = 1
  for length in shape {
    step *= length
  }
  var rest = place
  var result: [Int] = []
  for length in shape {
    step /= length
    result.append(rest / step)
    rest = rest % step
  }
  return result
}
