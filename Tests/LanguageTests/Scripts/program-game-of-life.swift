struct Board: CustomStringConvertible {
  private(set) var cells: [[Bool]]
  init(_ lines: [String]) { cells = lines.map { $0.map { $0 == "#" } } }
  var description: String { cells.map { $0.map { $0 ? "#" : "." }.joined() }.joined(separator: "\n") }
  private func neighbours(_ i: Int, _ j: Int) -> Int {
    var count = 0
    for (di, dj) in [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)] {
      let (a, b) = (i + di, j + dj)
      if cells.indices.contains(a), cells[a].indices.contains(b), cells[a][b] { count += 1 }
    }
    return count
  }
  mutating func step() {
    var next = cells
    for i in cells.indices {
      for j in cells[i].indices { next[i][j] = neighbours(i, j) == 3 || (cells[i][j] && neighbours(i, j) == 2) }
    }
    cells = next
  }
}
var board = Board([".....", "..#..", "...#.", ".###.", "....."])
for _ in 0..<4 { board.step() }
print(board)
