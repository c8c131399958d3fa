func find(_ x: Int, in xs: [Int]) -> Int {
  for (i, y) in xs.enumerated() { if x == y { return i } }
}
print(find(1, in: [1]))
