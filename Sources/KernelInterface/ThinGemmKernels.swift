/// Dot products of every row of x with every row of w: `y[i, j] = Σ p  x[i, p] · w[j, p]`.
package struct DotProducts {
  package var x: UnsafePointer<Float>
  package var xRow: Int
  package var xRows: Int
  package var w: UnsafePointer<Float>
  package var wRow: Int
  package var wRows: Int
  package var depth: Int
  /// `y[i, j]` is `y[i * yRow + j * yColumn]`.
  package var y: UnsafeMutablePointer<Float>
  package var yRow: Int
  package var yColumn: Int
  /// Whether the sums are added to `y`.
  package var accumulate: Bool

  package init(
    x: UnsafePointer<Float>, xRow: Int, xRows: Int, w: UnsafePointer<Float>, wRow: Int, wRows: Int, depth: Int,
    y: UnsafeMutablePointer<Float>, yRow: Int, yColumn: Int, accumulate: Bool
  ) {
    self.x = x
    self.xRow = xRow
    self.xRows = xRows
    self.w = w
    self.wRow = wRow
    self.wRows = wRows
    self.depth = depth
    self.y = y
    self.yRow = yRow
    self.yColumn = yColumn
    self.accumulate = accumulate
  }
}

/// Products with a matrix that is read once or a few times: it is used where it lies, because packing it would take
/// longer than multiplying.
package struct ThinGemmKernels: Sendable {
  package let dotProducts: @Sendable (DotProducts) -> Void
  /// `C += A · B` for up to four rows of A, row after row of B. `columns` of C and B lie side by side.
  package let addRows: @Sendable (GemmPanel) -> Void

  package init(
    dotProducts: @escaping @Sendable (DotProducts) -> Void, addRows: @escaping @Sendable (GemmPanel) -> Void
  ) {
    self.dotProducts = dotProducts
    self.addRows = addRows
  }
}
