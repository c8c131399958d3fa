internal import COpenBLAS

/// The library that multiplies large matrices.
package enum BLAS {
  /// Done once, before the first product: threads of OpenBLAS's own would compete with ours, and results would depend
  /// on their number.
  static let useOneThread: Void = openblas_set_num_threads(1)

  /// Name, version and the processor that it chose its code for.
  package static var configuration: String {
    let text = openblas_get_config().map { String(cString: $0) } ?? ""
    return text.split(separator: " ").joined(separator: " ")
  }

  /// How many threads one product uses: 1.
  package static var threads: Int {
    useOneThread
    return Int(openblas_get_num_threads())
  }
}
