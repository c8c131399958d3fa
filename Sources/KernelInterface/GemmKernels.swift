/// `C = seed + bias + A · B` for one panel of B, as wide as a register tile.
///
/// ```
/// C[i, j] = seed[i, j] + bias[j] + Σ p  A[i, p] · B[p, j]       i < rows, p < depth, j < columns
/// ```
///
/// Every number of C is summed over p one after the other, whatever the tile, and then added to its seed: cutting rows
/// differently gives the same bits.
package struct GemmPanel {
  package var rows: Int
  package var depth: Int
  /// 16, or `GemmKernels.panelWidth`.
  package var columns: Int
  /// `A[i, p]` is `a[i * aRow + p * aStep]`.
  package var a: UnsafePointer<Float>
  package var aRow: Int
  package var aStep: Int
  /// The depth can have several lines of `depth` products: A goes on `aLine` numbers further, B `bGap` after where it was.
  package var lines = 1
  package var aLine = 0
  package var bGap = 0
  /// `B[p, j]` is `b[p * bStep + j]`: a packed panel has `bStep == columns`.
  package var b: UnsafePointer<Float>
  package var bStep: Int
  /// `C[i, j]` is `c[i * cRow + j]`.
  package var c: UnsafeMutablePointer<Float>
  package var cRow: Int
  /// What the sum begins with: `c` itself to accumulate, a residual, or nothing for 0.
  package var seed: UnsafePointer<Float>?
  package var seedRow = 0
  /// `columns` numbers.
  package var bias: UnsafePointer<Float>?
  /// Whether negative results become 0.
  package var relu = false

  @inlinable package init(
    rows: Int, depth: Int, columns: Int, a: UnsafePointer<Float>, aRow: Int, aStep: Int = 1, b: UnsafePointer<Float>,
    bStep: Int, c: UnsafeMutablePointer<Float>, cRow: Int
  ) {
    self.rows = rows
    self.depth = depth
    self.columns = columns
    self.a = a
    self.aRow = aRow
    self.aStep = aStep
    self.b = b
    self.bStep = bStep
    self.c = c
    self.cRow = cRow
  }
}

/// Products of matrices.
package struct GemmKernels: Sendable {
  /// How many rows of C a register tile has: rows in multiples of this waste nothing.
  package let tileRows: Int
  /// How many columns of B a packed panel has; a last panel can be 16 wide.
  package let panelWidth: Int
  /// One panel of B times all rows of A.
  package let panel: @Sendable (GemmPanel) -> Void

  package init(tileRows: Int, panelWidth: Int, panel: @escaping @Sendable (GemmPanel) -> Void) {
    self.tileRows = tileRows
    self.panelWidth = panelWidth
    self.panel = panel
  }
}
