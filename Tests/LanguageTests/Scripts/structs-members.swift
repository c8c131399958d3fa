struct Matrix {
  let rows: Int, columns: Int
  private var values: [Double]
  static let unit = Matrix(rows: 1, columns: 1, filledWith: 1)
  static var made = 0
  init(rows: Int, columns: Int, filledWith value: Double = 0) {
    self.rows = rows
    self.columns = columns
    values = Array(repeating: value, count: rows * columns)
    Matrix.made += 1
  }
  subscript(i: Int, j: Int) -> Double {
    get { values[i * columns + j] }
    set { values[i * columns + j] = newValue }
  }
  var sum: Double { values.reduce(0, +) }
  var first: Double {
    get { values[0] }
    set { values[0] = newValue * 10 }
  }
  static func + (a: Matrix, b: Matrix) -> Matrix {
    var result = Matrix(rows: a.rows, columns: a.columns)
    for i in 0..<a.rows {
      for j in 0..<a.columns { result[i, j] = a[i, j] + b[i, j] }
    }
    return result
  }
  static prefix func - (a: Matrix) -> Matrix {
    var result = a
    for i in 0..<a.rows {
      for j in 0..<a.columns { result[i, j] = -a[i, j] }
    }
    return result
  }
  func callAsFunction(_ x: Double) -> Double { sum * x }
}
var m = Matrix(rows: 2, columns: 2)
m[0, 1] = 3
m[1, 0] += 2
m[1, 0] *= 4
m.first = 0.5
print(m[0, 1], m[1, 0], m.sum, m.first)
let n = m + m
print(n.sum, (-n).sum, n(0.5), Matrix.unit.sum, Matrix.made)
