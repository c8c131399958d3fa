let maze = """
  #########
  #S..#...#
  #.#.#.#.#
  #.#...#E#
  #########
  """
typealias Position = (row: Int, col: Int)
let grid = maze.split(separator: "\n").map { Array($0) }
func find(_ target: Character) -> Position? {
  for (r, line) in grid.enumerated() {
    for (c, ch) in line.enumerated() where ch == target {
      return (r, c)
    }
  }
  return nil
}
struct Cell: Hashable { let r: Int, c: Int }
func bfs() -> Int? {
  guard let s = find("S"), let e = find("E") else { return nil }
  var queue = [(Cell(r: s.row, c: s.col), 0)]
  var seen: Set<Cell> = [queue[0].0]
  var head = 0
  while head < queue.count {
    let (cell, steps) = queue[head]
    head += 1
    if (cell.r, cell.c) == e { return steps }
    for (dr, dc) in [(0, 1), (1, 0), (0, -1), (-1, 0)] {
      let n = Cell(r: cell.r + dr, c: cell.c + dc)
      guard grid.indices.contains(n.r), grid[n.r].indices.contains(n.c) else { continue }
      guard grid[n.r][n.c] != "#", seen.insert(n).inserted else { continue }
      queue.append((n, steps + 1))
    }
  }
  return nil
}
if let steps = bfs() { print("Shortest path: \(steps) steps") } else { print("No path") }
print(find("S")!, find("X") as Any)
