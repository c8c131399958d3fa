struct Matrix {
  let rows: Int, columns: Int
  var grid: [Double]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    grid = Array(repeating: 0.0, count: rows * columns)
  }

  init(_ values: [[Double]]) {
    rows = values.count
    columns = values[0].count
    grid = values.flatMap { $0 }
  }

  func indexIsValid(row: Int, column: Int) -> Bool {
    return row >= 0 && row < rows && column >= 0 && column < columns
  }

  subscript(row: Int, column: Int) -> Double {
    get {
      assert(indexIsValid(row: row, column: column), "Index out of range")
      return grid[(row * columns) + column]
    }
    set {
      assert(indexIsValid(row: row, column: column), "Index out of range")
      grid[(row * columns) + column] = newValue
    }
  }

  static func * (lhs: Matrix, rhs: Matrix) -> Matrix {
    precondition(lhs.columns == rhs.rows, "Dimension mismatch")
    var result = Matrix(rows: lhs.rows, columns: rhs.columns)
    for i in 0..<lhs.rows {
      for j in 0..<rhs.columns {
        var sum = 0.0
        for k in 0..<lhs.columns {
          sum += lhs[i, k] * rhs[k, j]
        }
        result[i, j] = sum
      }
    }
    return result
  }

  static func + (lhs: Matrix, rhs: Matrix) -> Matrix {
    var result = lhs
    for i in result.grid.indices { result.grid[i] += rhs.grid[i] }
    return result
  }

  var transposed: Matrix {
    var t = Matrix(rows: columns, columns: rows)
    for i in 0..<rows { for j in 0..<columns { t[j, i] = self[i, j] } }
    return t
  }

  static func identity(_ n: Int) -> Matrix {
    var m = Matrix(rows: n, columns: n)
    for i in 0..<n { m[i, i] = 1 }
    return m
  }
}

extension Matrix: CustomStringConvertible {
  var description: String {
    (0..<rows).map { r in
      (0..<columns).map { c in "\(self[r, c])" }.joined(separator: "\t")
    }.joined(separator: "\n")
  }
}

extension Matrix: Equatable {}

let a = Matrix([[1, 2], [3, 4]])
let b = Matrix([[0, 1], [1, 0]])
print(a * b)
print(a + b)
print(a.transposed)
print(a * Matrix.identity(2) == a)
var c = a
c[0, 0] = 42
c[1, 1] *= 2
print(c)
print(a[0, 0])
print(a.grid.reduce(0, +), a.grid.max()!)
