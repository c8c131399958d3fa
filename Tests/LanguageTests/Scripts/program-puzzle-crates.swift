let drawing = ["    [D]    ", "[N] [C]    ", "[Z] [M] [P]"]
let moves = ["move 1 from 2 to 1", "move 3 from 1 to 3", "move 2 from 2 to 1", "move 1 from 1 to 2"]
func parseStacks() -> [[Character]] {
  var stacks = [[Character]](repeating: [], count: 3)
  for row in drawing.reversed() {
    for (i, c) in row.enumerated() where c.isLetter { stacks[i / 4].append(c) }
  }
  return stacks
}
func run(keepOrder: Bool) -> String {
  var stacks = parseStacks()
  for move in moves {
    let n = move.split(separator: " ").compactMap { Int($0) }
    let (count, from, to) = (n[0], n[1] - 1, n[2] - 1)
    let taken = Array(stacks[from].suffix(count))
    stacks[from].removeLast(count)
    stacks[to].append(contentsOf: keepOrder ? taken : taken.reversed())
  }
  return String(stacks.map { $0.last! })
}
print(run(keepOrder: false), run(keepOrder: true))
