package import KernelInterface

/// Computes `C = A · B`, or adds it to C, for matrices with any strides.
///
/// ```
/// c[i · cRow + j] = Σ p  a[i · aRow + p · aColumn] · b[p · bRow + j · bColumn]      i < m, j < n, p < k
/// ```
package func sgemm(
  m: Int, n: Int, k: Int, _ a: UnsafePointer<Float>, aRow: Int, aColumn: Int, _ b: UnsafePointer<Float>, bRow: Int,
  bColumn: Int, _ c: UnsafeMutablePointer<Float>, cRow: Int, accumulate: Bool = false
) {
  Sgemm(
    m: m, n: n, k: k, a: Matrix(base: a, row: aRow, column: aColumn), b: Matrix(base: b, row: bRow, column: bColumn),
    c: c, cRow: cRow, accumulate: accumulate, table: ProcessorLevel.table
  ).run()
}

/// Numbers `base[i * row + j * column]`.
package struct Matrix {
  package var base: UnsafePointer<Float>
  package var row: Int
  package var column: Int

  package init(base: UnsafePointer<Float>, row: Int, column: Int) {
    self.base = base
    self.row = row
    self.column = column
  }

  package func at(_ i: Int, _ j: Int) -> UnsafePointer<Float> { base + i * row + j * column }
  package var transposed: Matrix { Matrix(base: base, row: column, column: row) }
}

/// One product of matrices, with the way to compute it.
package struct Sgemm {
  private let m: Int
  private let n: Int
  private let k: Int
  private let a: Matrix
  private let b: Matrix
  private let c: UnsafeMutablePointer<Float>
  private let cRow: Int
  private let accumulate: Bool
  private let table: KernelTable

  /// Up to so many rows a matrix of weights is not packed: reading it once more costs more than it saves.
  private static let thinDots = 32
  private static let thinRows = 8
  private static let depthBlock = 384

  package init(
    m: Int, n: Int, k: Int, a: Matrix, b: Matrix, c: UnsafeMutablePointer<Float>, cRow: Int, accumulate: Bool,
    table: KernelTable
  ) {
    (self.m, self.n, self.k) = (m, n, k)
    (self.a, self.b, self.c) = (a, b, c)
    self.cRow = cRow
    self.accumulate = accumulate
    self.table = table
  }

  package func run() {
    guard m > 0, n > 0 else { return }
    // With a single column or row, the stride along it has no meaning.
    let columnsAreRows = b.row == 1 || k == 1
    let rowsAreRows = a.column == 1 || k == 1
    if m <= Self.thinDots && columnsAreRows && n >= m {
      dots(x: a, xRows: m, w: b.transposed, wRows: n, yRow: cRow, yColumn: 1)
    } else if n <= 8 && rowsAreRows && m >= n {
      dots(x: b.transposed, xRows: n, w: a, wRows: m, yRow: 1, yColumn: cRow)
    } else if m <= Self.thinRows && b.column == 1 && n >= 64 {
      rows()
    } else {
      packed()
    }
  }

  /// Few rows of x times many of w, which lie side by side in memory.
  private func dots(x: Matrix, xRows: Int, w: Matrix, wRows: Int, yRow: Int, yColumn: Int) {
    var x = x
    var copy: AlignedBuffer?
    if x.column != 1 && k > 1 {
      let rows = AlignedBuffer(count: xRows * k)
      for i in 0..<xRows {
        for p in 0..<k { rows.base[i * k + p] = x.at(i, p).pointee }
      }
      x = Matrix(base: UnsafePointer(rows.base), row: k, column: 1)
      copy = rows
    }
    // About 64 thousand products, and whole tiles.
    let chunk = max(65536 / max(k * xRows, 1), 1) * 4
    ThreadPool.run(chunks: (wRows + chunk - 1) / chunk) { [copy] number in
      withExtendedLifetime(copy) {
        let first = number * chunk
        table.thinGemm.dotProducts(
          DotProducts(
            x: x.base, xRow: x.row, xRows: xRows, w: w.at(first, 0), wRow: w.row, wRows: min(chunk, wRows - first),
            depth: k, y: c + first * yColumn, yRow: yRow, yColumn: yColumn, accumulate: accumulate))
      }
    }
  }

  /// Few rows of A times a matrix whose rows lie side by side: row after row of B.
  private func rows() {
    let chunk = max(min((n + 7) / 8, 4096), 256) & ~15
    ThreadPool.run(chunks: (n + chunk - 1) / chunk) { number in
      let first = number * chunk
      let columns = min(chunk, n - first)
      if !accumulate {
        for i in 0..<m { (c + i * cRow + first).initialize(repeating: 0, count: columns) }
      }
      table.thinGemm.addRows(
        GemmPanel(
          rows: m, depth: k, columns: columns, a: a.base, aRow: a.row, aStep: a.column, b: b.at(0, first),
          bStep: b.row, c: c + first, cRow: cRow))
    }
  }

  /// Panels of B, packed once, times blocks of rows of A.
  private func packed() {
    let width = table.gemm.panelWidth
    let columns = PixelLayout.padded(n)
    let panels = (columns + width - 1) / width
    let packedB = AlignedBuffer(count: columns * k)
    ThreadPool.run(chunks: panels) { panel in
      let first = panel * width
      pack(firstColumn: first, width: min(width, columns - first), into: packedB.base + first * k)
    }
    let cut = DirectCut(pixels: m, depth: k, panels: panels, groups: 1, isGathered: true, threads: ThreadPool.threads)
    ThreadPool.run(chunks: cut.pixelParts * cut.panelParts) { chunk in
      let (rowPart, panelPart) = chunk.quotientAndRemainder(dividingBy: cut.panelParts)
      let firstRow = rowPart * cut.rows
      let firstPanel = panelPart * cut.panels
      multiply(
        packedB.base, rows: firstRow..<min(firstRow + cut.rows, m),
        panels: firstPanel..<min(firstPanel + cut.panels, panels),
        columns: columns)
    }
  }

  private func pack(firstColumn: Int, width: Int, into y: UnsafeMutablePointer<Float>) {
    let count = min(width, n - firstColumn)
    if b.column == 1 {
      copyRows(b.at(0, firstColumn), row: b.row, count: k, length: count, y, step: width, filled: width)
    } else if b.row == 1 {
      table.layout.pixelsFromPlanes(
        y, b.at(0, firstColumn),
        LayoutKernels.Part(channels: count, pixels: k, planeStep: b.column, pixelStep: width))
    } else {
      for p in 0..<k {
        for j in 0..<width { y[p * width + j] = j < count ? b.at(p, firstColumn + j).pointee : 0 }
      }
    }
  }

  private func copyRows(
    _ x: UnsafePointer<Float>, row: Int, count: Int, length: Int, _ y: UnsafeMutablePointer<Float>, step: Int,
    filled: Int, adding residual: UnsafePointer<Float>? = nil
  ) {
    let placement = PixelPlacement(
      y: y, height: 1, width: count, step: step, firstY: 0, firstX: 0, channels: length, filled: filled, row: row,
      residual: residual, relu: false)
    let grid = PixelGrid(height: 1, width: count, stepY: 1, stepX: 1, firstPixel: 0, pixels: count)
    table.directConvolution.place(placement, x, grid)
  }

  private func multiply(_ packedB: UnsafePointer<Float>, rows: Range<Int>, panels: Range<Int>, columns: Int) {
    guard !rows.isEmpty, !panels.isEmpty else { return }
    let width = table.gemm.panelWidth
    // Panels write whole vectors: the last one needs room of its own where C ends within a vector.
    let edge = n % 16 != 0 && panels.upperBound * width >= n ? AlignedBuffer(count: rows.count * width) : nil
    let copies = AlignedBuffer(count: (rows.count + 16) * (min(k, Self.depthBlock) + 16))
    var first = 0
    repeat {
      let depth = min(Self.depthBlock, k - first)
      let block = rowBlock(rows, first, depth, into: copies.base, isReused: panels.count > 4)
      for index in panels {
        let column = index * width
        let panelColumns = min(width, columns - column)
        let isEdge = edge != nil && column + panelColumns > n
        let (to, toRow) = isEdge ? (edge!.base, width) : (c + rows.lowerBound * cRow + column, cRow)
        var panel = GemmPanel(
          rows: rows.count, depth: depth, columns: panelColumns, a: block.base, aRow: block.row, aStep: block.column,
          b: packedB + column * k + first * panelColumns, bStep: panelColumns, c: to, cRow: toRow)
        if first > 0 || (accumulate && !isEdge) {
          panel.seed = UnsafePointer(to)
          panel.seedRow = toRow
        }
        table.gemm.panel(panel)
      }
      first += depth
    } while first < k
    if let edge {
      let column = (panels.upperBound - 1) * width
      let to = c + rows.lowerBound * cRow + column
      copyRows(
        edge.base, row: width, count: rows.count, length: n - column, to, step: cRow, filled: n - column,
        adding: accumulate ? UnsafePointer(to) : nil)
    }
  }

  /// Some rows of A, `depth` numbers from `first` on: a copy side by side where that pays, else in place.
  private func rowBlock(
    _ rows: Range<Int>, _ first: Int, _ depth: Int, into y: UnsafeMutablePointer<Float>, isReused: Bool
  ) -> Matrix {
    let from = a.at(rows.lowerBound, first)
    if !isReused && (a.column == 1 || a.row == 1) { return Matrix(base: from, row: a.row, column: a.column) }
    if a.row == 1 {
      let step = rows.count + (rows.count % 32 == 0 ? 16 : 0)
      copyRows(from, row: a.column, count: depth, length: rows.count, y, step: step, filled: rows.count)
      return Matrix(base: UnsafePointer(y), row: 1, column: step)
    }
    let step = depth + (depth % 32 == 0 ? 16 : 0)
    if a.column == 1 {
      copyRows(from, row: a.row, count: rows.count, length: depth, y, step: step, filled: depth)
    } else {
      for i in 0..<rows.count {
        for p in 0..<depth { y[i * step + p] = from[i * a.row + p * a.column] }
      }
    }
    return Matrix(base: UnsafePointer(y), row: step, column: 1)
  }
}
