print(
  Array(repeating: [0, 1], count: 2), [Int](repeating: 7, count: 3), Array("abc"), Array(1...3), [Int](),
  [String]().count)
print(
  Array(stride(from: 1, to: 10, by: 4)), Array(Set([7])), Array([1: 2].keys), Array(zip([1], [2])).count, [Int](0..<3))
print(
  [1, 2] + [3], [[1], [2]] == [[1], [2]], [1, 2] != [2, 1], [1, 2].hashValue == [1, 2].hashValue, Set([[1], [1]]).count)
let grid = (0..<2).map { row in (0..<3).map { row * 3 + $0 } }
print(grid, grid[1][2], grid.map { $0.reduce(0, +) }, grid.flatMap { $0 }.count, grid[0].indices, grid.last!.last!)
print(
  [1, 2, 3].map { Double($0) / 2 }, ["1", "x", "3"].compactMap { Int($0) }, ["1", "x"].compactMap(Int.init),
  [3, 1].description)
print(
  [1, 2, 3].reduce(into: []) { $0.insert($1, at: 0) } as [Int], ["a", "b"].reduce("") { $0 + $1 },
  [1, 2, 3].reduce(1, *))
