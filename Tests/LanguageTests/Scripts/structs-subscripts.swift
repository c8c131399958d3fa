struct Table {
  var cells = [[1, 2], [3, 4]]
  subscript(row: Int, column: Int) -> Int {
    get { cells[row][column] }
    set { cells[row][column] = newValue }
  }
  subscript(row r: Int) -> [Int] { cells[r] }
  subscript(column c: Int) -> [Int] {
    get { cells.map { $0[c] } }
    set { for i in cells.indices { cells[i][c] = newValue[i] } }
  }
  subscript(name: String) -> Int? { name == "first" ? cells[0][0] : nil }
  subscript<T: Numeric>(scaled by: T) -> T { by * 2 }
  static subscript(n: Int) -> String { "table \(n)" }
}
var t = Table()
t[0, 1] = 20
t[1, 0] += 5
t[column: 0] = [7, 8]
print(t.cells, t[1, 1], t[row: 0], t[column: 1], t["first"] ?? 0, t["x"] == nil, t[scaled: 1.5], Table[3])
t[column: 1][0] = 99
print(t.cells)
extension Array {
  subscript(safe i: Int) -> Element? { indices.contains(i) ? self[i] : nil }
  subscript(cyclic i: Int) -> Element {
    get { self[((i % count) + count) % count] }
    set { self[((i % count) + count) % count] = newValue }
  }
}
var a = [1, 2, 3]
print(a[safe: 1] ?? -1, a[safe: 7] ?? -1, a[cyclic: -1], a[cyclic: 4])
a[cyclic: 5] = 30
a[cyclic: 3] += 1
print(a)
extension String { subscript(i: Int) -> Character { Array(self)[i] } }
print("hello"[1])
struct Polynomial {
  let c: [Double]
  func callAsFunction(_ x: Double) -> Double { c.reversed().reduce(0) { $0 * x + $1 } }
  func callAsFunction(at x: Int, times: Int = 1) -> Double { self(Double(x)) * Double(times) }
}
let f = Polynomial(c: [1, 2, 3])
print(f(2), f(at: 1), f(at: 1, times: 10), [0.0, 1.0].map { f($0) })
