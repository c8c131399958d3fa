func f(_ xs: [Int]) -> Int {
  var best: Int
  for x in xs { best = x }
  return best
}
print(f([1]))
