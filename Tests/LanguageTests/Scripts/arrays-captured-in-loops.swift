// Arrays that closures and nested functions share, read and written in loops.

func queens(_ n: Int) -> Int {
  var columns = [Bool](repeating: false, count: n)
  var rising = [Bool](repeating: false, count: 2 * n)
  var falling = [Bool](repeating: false, count: 2 * n)
  func place(_ row: Int) -> Int {
    if row == n { return 1 }
    var found = 0
    for column in 0..<n {
      guard !columns[column] && !rising[row + column], !falling[row - column + n] else { continue }
      columns[column] = true
      rising[row + column] = true
      falling[row - column + n] = true
      found += place(row + 1)
      columns[column] = false
      rising[row + column] = false
      falling[row - column + n] = false
    }
    return found
  }
  let count = place(0)
  print(columns.contains(true), rising.contains(true), falling.contains(true))
  return count
}
print((1...6).map { queens($0) })

// A copy that is taken between two writes keeps what it had.
func copies() {
  var marks = [false, false, false]
  var kept: [[Bool]] = []
  let mark = { (i: Int) in
    marks[i] = true
    kept.append(marks)
  }
  for i in 0..<3 where !marks[i] { mark(2 - i) }
  for i in 0..<3 { marks[i] = false }
  print(marks, kept)
}
copies()

// The same array under two names while one of them is written in a loop.
func shared() {
  let first = [1, 2, 3, 4]
  var second = first
  for i in 0..<4 {
    second[i] = 0
    second[3 - i] = first[i] + second[3 - i]
  }
  print(first, second)
  var flags = [Bool](repeating: true, count: 5)
  let before = flags
  for i in stride(from: 0, to: 5, by: 2) { flags[i] = false }
  print(before, flags)
}
shared()

// Conditions on elements, both ways around, and a loop that is left.
func conditions(_ flags: [Bool], _ values: [Int]) -> [Int] {
  var result: [Int] = []
  for i in 0..<flags.count {
    if flags[i] { continue }
    let flag = flags[flags.count - 1 - i]
    if flag { result.append(-values[i]) }
    if !flags[i] && values[i] > 2 { break }
    result.append(values[i])
  }
  outer: for i in 0..<3 {
    for j in 0..<3 {
      if flags[j] { continue outer }
      if values[j] == i { break outer }
      result.append(i * 10 + j)
    }
  }
  return result
}
print(conditions([false, true, false, true], [1, 2, 3, 4]), conditions([false, false, true, true], [2, 1, 9, 4]))

// A global array read and written by functions in a loop.
var table = [[0, 0], [0, 0]]
var line = [1, 1]
func next(_ i: Int) -> Int {
  line[i % 2] += line[(i + 1) % 2]
  return line[i % 2]
}
for i in 0..<6 { table[i % 2][i / 3] += next(i) }
print(table, line)
class Board {
  var cells = [[Int]](repeating: [0, 0, 0], count: 2)
  var steps = [0]
  func play() {
    for i in 0..<2 {
      for j in 0..<3 {
        cells[i][j] = i * 3 + j - steps[0]
        steps[0] += cells[i][j]
      }
    }
  }
}
let board = Board()
board.play()
print(board.cells, board.steps)
