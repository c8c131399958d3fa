func increase(_ x: inout Int, by amount: Int = 1) { x += amount }
func exchange(_ a: inout [Int], _ b: inout [Int]) {
  let old = a
  a = b
  b = old
}
func fill(_ row: inout [Double], with value: Double) {
  for i in 0..<row.count { row[i] = value }
}
var n = 5
increase(&n)
increase(&n, by: 10)
print(n)
var a = [1, 2]
var b = [3]
exchange(&a, &b)
print(a, b)
increase(&a[0])
print(a)
var grid = [[0.0, 0.0], [0.0, 0.0]]
fill(&grid[1], with: 2.5)
print(grid)
swap(&a[0], &n)
print(a, n)
var pair = (left: 1, right: 2)
increase(&pair.right, by: 5)
print(pair)
