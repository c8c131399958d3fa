let map = ["30373", "25512", "65332", "33549", "35390"].map { $0.map { $0.wholeNumberValue! } }
let (rows, cols) = (map.count, map[0].count)
func look(_ r: Int, _ c: Int) -> [[Int]] {
  [
    (0..<r).reversed().map { map[$0][c] },
    (r + 1..<rows).map { map[$0][c] },
    (0..<c).reversed().map { map[r][$0] },
    (c + 1..<cols).map { map[r][$0] },
  ]
}
var visible = 0
var best = 0
for r in 0..<rows {
  for c in 0..<cols {
    let h = map[r][c]
    let lines = look(r, c)
    if lines.contains(where: { $0.allSatisfy { $0 < h } }) { visible += 1 }
    let score = lines.map { line in
      if let i = line.firstIndex(where: { $0 >= h }) { return i + 1 }
      return line.count
    }.reduce(1, *)
    best = max(best, score)
  }
}
print(visible, best)
