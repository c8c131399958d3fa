internal import COpenBLAS

/// What of LAPACK the engine uses, on plain memory. Matrices lie there column after column, and are overwritten.
enum LAPACK {
  typealias Numbers = UnsafeMutablePointer<Double>

  /// Solves `a · x = b` for `n` unknowns and some columns `b`, which become `x`. Nil if that went well, else the first
  /// column of `a` that depends on those before it.
  static func solve(_ a: Numbers, _ b: Numbers, n: Int, columns: Int) -> Int? {
    BLAS.useOneThread
    var (size, count, info) = (Int32(n), Int32(columns), Int32(0))
    var pivots = [Int32](repeating: 0, count: n)
    dgesv_(&size, &count, a, &size, &pivots, b, &size, &info)
    return info > 0 ? Int(info) - 1 : nil
  }

  /// The determinant: the product of the diagonal after elimination, with a sign for every exchange of rows.
  static func determinant(_ a: Numbers, n: Int) -> Double {
    BLAS.useOneThread
    var (size, info) = (Int32(n), Int32(0))
    var pivots = [Int32](repeating: 0, count: n)
    dgetrf_(&size, &size, a, &size, &pivots, &info)
    return (0..<n).reduce(1) { $0 * a[$1 * n + $1] * (Int(pivots[$1]) == $1 + 1 ? 1 : -1) }
  }

  /// The lower triangle becomes the Cholesky factor; what is above it stays. Nil if that went well, else the size of
  /// the smallest upper left part that is not positive definite.
  static func cholesky(_ a: Numbers, n: Int) -> Int? {
    BLAS.useOneThread
    var (size, info) = (Int32(n), Int32(0))
    dpotrf_("L", &size, a, &size, &info)
    return info > 0 ? Int(info) : nil
  }

  /// Eigenvalues in ascending order; the columns of `a` become the eigenvectors. False where the iteration did not end.
  static func symmetricEigen(_ a: Numbers, _ values: Numbers, n: Int) -> Bool {
    BLAS.useOneThread
    var (size, info, query) = (Int32(n), Int32(0), Int32(-1))
    var wanted = 0.0
    var wantedIntegers = Int32(0)
    dsyevd_("V", "L", &size, a, &size, values, &wanted, &query, &wantedIntegers, &query, &info)
    var (workSize, integerSize) = (Int32(wanted), wantedIntegers)
    var work = [Double](repeating: 0, count: Int(workSize))
    var integers = [Int32](repeating: 0, count: Int(integerSize))
    dsyevd_("V", "L", &size, a, &size, values, &work, &workSize, &integers, &integerSize, &info)
    return info == 0
  }

  /// `a` (m rows, n columns) as `u · diag(values) · vt`, with as many values as the smaller of m and n, the largest
  /// first. False where the iteration did not end.
  static func singularValues(
    _ a: Numbers, _ u: Numbers, _ values: Numbers, _ vt: Numbers, m: Int, n: Int
  ) -> Bool {
    BLAS.useOneThread
    var (rows, columns, rank, info, query) = (Int32(m), Int32(n), Int32(min(m, n)), Int32(0), Int32(-1))
    var integers = [Int32](repeating: 0, count: 8 * min(m, n))
    var wanted = 0.0
    dgesdd_(
      "S", &rows, &columns, a, &rows, values, u, &rows, vt, &rank, &wanted, &query, &integers, &info)
    var workSize = Int32(wanted)
    var work = [Double](repeating: 0, count: Int(workSize))
    dgesdd_(
      "S", &rows, &columns, a, &rows, values, u, &rows, vt, &rank, &work, &workSize, &integers, &info)
    return info == 0
  }
}
