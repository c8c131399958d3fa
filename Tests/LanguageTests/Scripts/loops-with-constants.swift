// Constants that are written as numbers, in bounds, indices, conditions and sums; and variables that are not.

let size = 4
let (width, height) = (3, 2)
var limit = 3
func grid(_ x: [Int]) -> Int {
  var s = 0
  for i in 0..<height { for j in 0..<size { s += x[i * size + j] * (i * width + j) } }
  return s
}
print(grid(Array(0..<8)))
func bounds(_ n: Int) -> [Int] {
  let zero = 0
  let one = 1
  var seen: [Int] = []
  for i in zero..<n { seen.append(i) }
  for i in one...one { seen.append(i * 10) }
  for i in zero..<zero { seen.append(i - 1000) }
  for _ in 0..<0 { seen.append(-1) }
  for i in 3..<size { seen.append(i * 100) }
  for i in 0..<limit { seen.append(-i) }
  return seen
}
print(bounds(3), bounds(0))
limit = 1
print(bounds(1))

func shadow() -> [Int] {
  let n = 2
  var result: [Int] = []
  for i in 0..<n {
    let n = 3
    for j in 0..<n { result.append(i * n + j) }
    if i == n { print("never") }
  }
  if result.count == n * 3 { result.append(n) }
  return result
}
print(shadow())

func conditions(_ x: Int) -> String {
  let low = -3
  let high = 7
  if x < high && x > low { return "inside" }
  if x == high { return "high" }
  return x - high > 0 ? "above" : "below"
}
print((-4...9).map(conditions))

let late: Int
if limit == 1 { late = 5 } else { late = 6 }
var lates = 0
for i in 0..<late { lates += i * late }
print(lates, late % 3, late / 2, 7 - late, late << 2)

func generic<T: Numeric>(_ values: [T]) -> T {
  let two: T = 2
  var s: T = 0
  for value in values { s += value * two }
  return s
}
print(generic([1, 2, 3]), generic([0.5, 0.25]), generic([UInt8(3), 4]))

func nested() -> [Int] {
  let n = 3
  var counts = [0, 0, 0]
  func place(_ row: Int) -> Int {
    if row == n { return 1 }
    var found = 0
    for column in 0..<n {
      if counts[column] >= 2 { continue }
      counts[column] += 1
      found += place(row + 1)
      counts[column] -= 1
    }
    return found
  }
  return [place(0), counts[0], counts[1], counts[2]]
}
print(nested())
let small: UInt8 = 200
let wide: Int64 = 3
print(small &+ 100, wide << 40, Int(small) * size)
