class Builder {
  private(set) var parts: [String] = []
  @discardableResult func add(_ s: String) -> Self {
    parts.append(s)
    return self
  }
  func build() -> String { parts.joined(separator: " ") }
}
class LoudBuilder: Builder {
  var marks = 1
  @discardableResult func louder() -> Self {
    marks += 1
    return self
  }
  override func build() -> String { super.build().uppercased() + String(repeating: "!", count: marks) }
}
print(Builder().add("a").add("b").build())
print(LoudBuilder().add("hey").louder().add("you").louder().build())
let b = LoudBuilder()
b.add("x").add("y").louder()
print(b.parts, b.marks)
class Counter {
  var n = 0
  lazy var step: () -> Int = { [unowned self] in
    self.n += 1
    return self.n
  }
  func callAsFunction() -> Int { step() }
}
let c = Counter()
print(c(), c(), c.step(), c.n)
class Matrix {
  let rows: Int, columns: Int
  var grid: [Double]
  init(_ rows: Int, _ columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    grid = Array(repeating: 0, count: rows * columns)
  }
  convenience init(identity n: Int) {
    self.init(n, n)
    for i in 0..<n { self[i, i] = 1 }
  }
  subscript(r: Int, c: Int) -> Double {
    get { grid[r * columns + c] }
    set { grid[r * columns + c] = newValue }
  }
  static func * (a: Matrix, b: Matrix) -> Matrix {
    let m = Matrix(a.rows, b.columns)
    for i in 0..<a.rows { for j in 0..<b.columns { for k in 0..<a.columns { m[i, j] += a[i, k] * b[k, j] } } }
    return m
  }
}
let m = Matrix(identity: 2)
m[0, 1] = 3
let shared = m
shared[1, 0] = 2
print((m * m).grid, m === shared)
