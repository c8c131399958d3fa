import KernelInterface
import Kernels
import Testing

@Suite(.serialized) struct SgemmTests {
  /// How the numbers of a matrix lie: rows side by side, columns side by side, or neither.
  enum Order: CaseIterable {
    case rows, columns, apart

    func strides(_ rows: Int, _ columns: Int) -> (row: Int, column: Int) {
      switch self {
      case .rows: (columns + 3, 1)
      case .columns: (1, rows + 5)
      case .apart: (columns * 2 + 1, 2)
      }
    }
  }

  static let sizes = [
    (1, 1, 1), (1, 70, 33), (1, 500, 2100), (3, 129, 50), (7, 100, 90), (8, 64, 16), (40, 35, 64), (33, 1, 40),
    (50, 5, 77), (61, 67, 400), (200, 130, 70), (2, 3, 0), (0, 4, 5), (4, 0, 5), (96, 96, 1), (5, 300, 1),
  ]

  @Test(arguments: Order.allCases, Order.allCases) func productsMatchPlainLoops(aOrder: Order, bOrder: Order) {
    for (m, n, k) in Self.sizes {
      for table in runnableTables {
        for accumulate in [false, true] {
          check(m, n, k, aOrder, bOrder, accumulate, table)
        }
      }
    }
  }

  func check(_ m: Int, _ n: Int, _ k: Int, _ aOrder: Order, _ bOrder: Order, _ accumulate: Bool, _ table: KernelTable) {
    let (aRow, aColumn) = aOrder.strides(m, k)
    let (bRow, bColumn) = bOrder.strides(k, n)
    let a = randomNumbers(m * aRow + k * aColumn + 1, seed: 1)
    let b = randomNumbers(k * bRow + n * bColumn + 1, seed: 2)
    let cRow = n + 3
    let before = randomNumbers(m * cRow + 1, seed: 3)
    var expected = before.map(Double.init)
    for i in 0..<m {
      for j in 0..<n {
        var sum = accumulate ? expected[i * cRow + j] : 0
        for p in 0..<k { sum += Double(a[i * aRow + p * aColumn]) * Double(b[p * bRow + j * bColumn]) }
        expected[i * cRow + j] = sum
      }
    }
    var c = before
    product(m, n, k, a, aRow, aColumn, b, bRow, bColumn, &c, cRow, accumulate, table)
    #expect(relativeError(c, expected) < 2e-6, "\(table.level) \(m) \(n) \(k) \(accumulate)")
  }

  func product(
    _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Float>, _ aRow: Int, _ aColumn: Int, _ b: UnsafePointer<Float>,
    _ bRow: Int, _ bColumn: Int, _ c: UnsafeMutablePointer<Float>, _ cRow: Int, _ accumulate: Bool,
    _ table: KernelTable
  ) {
    Sgemm(
      m: m, n: n, k: k, a: Matrix(base: a, row: aRow, column: aColumn),
      b: Matrix(base: b, row: bRow, column: bColumn), c: c, cRow: cRow, accumulate: accumulate, table: table
    ).run()
  }

  @Test func anyNumberOfThreadsGivesTheSameBits() {
    let before = ThreadPool.threads
    defer { ThreadPool.threads = before }
    for (m, n, k) in [(1, 600, 300), (8, 700, 300), (150, 170, 500)] {
      for transposed in [false, true] {
        let a = randomNumbers(m * k, seed: 1)
        let b = randomNumbers(k * n, seed: 2)
        let results = [1, 3].map { threads in
          ThreadPool.threads = threads
          var c = [Float](repeating: 0, count: m * n)
          sgemm(
            m: m, n: n, k: k, a, aRow: k, aColumn: 1, b, bRow: transposed ? 1 : n, bColumn: transposed ? k : 1, &c,
            cRow: n)
          return c.map(\.bitPattern)
        }
        #expect(results[0] == results[1])
      }
    }
  }
}
