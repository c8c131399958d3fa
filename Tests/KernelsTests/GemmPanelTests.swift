import KernelInterface
import Kernels
import KernelsBase
import Testing

#if arch(x86_64)
  import KernelsV3
  import KernelsV4
#endif

/// The compilations of the kernels that this processor can run.
let runnableTables: [KernelTable] = {
  var tables = [KernelsBase.kernelTable]
  #if arch(x86_64)
    let names = ["base", "AVX2", "AVX-512"]
    let level = names.firstIndex(of: ProcessorLevel.table.level)!
    if level >= 1 { tables.append(KernelsV3.kernelTable) }
    if level >= 2 { tables.append(KernelsV4.kernelTable) }
  #endif
  return tables
}()

@Suite struct GemmPanelTests {
  enum Seed: CaseIterable { case nothing, result, residualBiasAndRelu }

  @Test(arguments: Seed.allCases) func panelsMatchPlainLoops(seed: Seed) {
    for table in runnableTables {
      for rows in 0...50 {
        for columns in Set([16, table.gemm.panelWidth]) {
          for transposed in [false, true] {
            check(table, rows: rows, columns: columns, transposed: transposed, seed: seed)
          }
        }
      }
    }
  }

  func check(_ table: KernelTable, rows: Int, columns: Int, transposed: Bool, seed: Seed) {
    var generator = SplitMix(state: UInt64(rows * 100 + columns))
    func floats(_ count: Int) -> [Float] { randomNumbers(count, seed: generator.next()) }
    let depth = 37
    let cRow = columns + 8
    let seedRow = columns + 5
    let a = floats(rows * depth + 1)
    let b = floats(columns * depth)
    let before = floats(rows * cRow + 1)
    let residual = floats(rows * seedRow + columns)
    let bias = floats(columns)
    let (aRow, aStep) = transposed ? (1, rows) : (depth, 1)
    var c = before
    c.withUnsafeMutableBufferPointer { c in
      var panel = GemmPanel(
        rows: rows, depth: depth, columns: columns, a: a.pointer, aRow: aRow, aStep: aStep, b: b.pointer,
        bStep: columns, c: c.baseAddress!, cRow: cRow)
      switch seed {
      case .nothing: break
      case .result:
        panel.seed = UnsafePointer(c.baseAddress!)
        panel.seedRow = cRow
      case .residualBiasAndRelu:
        panel.seed = residual.pointer
        panel.seedRow = seedRow
        panel.bias = bias.pointer
        panel.relu = true
      }
      table.gemm.panel(panel)
    }
    var expected = before.map(Double.init)
    for i in 0..<rows {
      for j in 0..<columns {
        var sum = 0.0
        for p in 0..<depth { sum += Double(a[i * aRow + p * aStep]) * Double(b[p * columns + j]) }
        switch seed {
        case .nothing: break
        case .result: sum += Double(before[i * cRow + j])
        case .residualBiasAndRelu: sum = max(0, sum + Double(residual[i * seedRow + j]) + Double(bias[j]))
        }
        expected[i * cRow + j] = sum
      }
    }
    #expect(relativeError(c, expected) < 1e-6, "\(table.level) \(rows) x \(columns)")
  }
}

extension [Float] {
  /// Valid while the array lives and does not change.
  var pointer: UnsafePointer<Float> { withUnsafeBufferPointer { $0.baseAddress! } }
}
