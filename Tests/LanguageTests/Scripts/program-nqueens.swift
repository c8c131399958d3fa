func queens(_ n: Int) -> [[Int]] {
  var solutions: [[Int]] = []
  var placed: [Int] = []
  func safe(_ row: Int, _ col: Int) -> Bool {
    for (r, c) in placed.enumerated() {
      if c == col || abs(c - col) == row - r { return false }
    }
    return true
  }
  func place(_ row: Int) {
    if row == n {
      solutions.append(placed)
      return
    }
    for col in 0..<n where safe(row, col) {
      placed.append(col)
      place(row + 1)
      placed.removeLast()
    }
  }
  place(0)
  return solutions
}
let all = queens(6)
print(all.count)
for s in all {
  for c in s {
    print(String(repeating: ".", count: c) + "Q" + String(repeating: ".", count: 6 - c - 1))
  }
  print()
}
print((1...8).map { queens($0).count })
