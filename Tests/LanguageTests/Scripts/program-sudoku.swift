class Sudoku {
  var board: [[Int]]
  private(set) var steps = 0
  init(_ text: String) {
    board = text.split(separator: "\n").map { line in
      line.map { $0 == "." ? 0 : Int(String($0))! }
    }
  }
  private func isValid(_ row: Int, _ col: Int, _ value: Int) -> Bool {
    for i in 0..<9 {
      if board[row][i] == value || board[i][col] == value { return false }
      if board[row / 3 * 3 + i / 3][col / 3 * 3 + i % 3] == value { return false }
    }
    return true
  }
  func solve() -> Bool {
    for row in 0..<9 {
      for col in 0..<9 where board[row][col] == 0 {
        for value in 1...9 where isValid(row, col, value) {
          board[row][col] = value
          steps += 1
          if solve() { return true }
          board[row][col] = 0
        }
        return false
      }
    }
    return true
  }
  func show() {
    for (r, row) in board.enumerated() {
      if r % 3 == 0 && r > 0 { print("------+-------+------") }
      print(row.enumerated().map { ($0 % 3 == 0 && $0 > 0 ? "| " : "") + String($1) }.joined(separator: " "))
    }
  }
}
let puzzle = """
  53..7....
  6..195...
  .98....6.
  8...6...3
  4..8.3..1
  7...2...6
  .6....28.
  ...419..5
  ....8..79
  """
let s = Sudoku(puzzle)
print(s.solve(), s.steps)
s.show()
