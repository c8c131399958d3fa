internal import CKernels
package import KernelInterface
internal import KernelsBase

#if arch(x86_64)
  internal import KernelsV3
  internal import KernelsV4
#endif

/// How wide the processor's vectors are, and with that which compilation of the kernels is used.
package enum ProcessorLevel: Int, Sendable {
  case base = 1
  case avx2 = 3
  case avx512 = 4

  /// The best that the processor has.
  package static let best: ProcessorLevel = {
    switch kernels_processor_level() {
    case 4...: return .avx512
    case 3: return .avx2
    default: return .base
    }
  }()

  /// From `CONVBOOK_KERNELS` where the processor has that, else `best`. Taken once.
  package static let current = choice.level
  /// What is wrong with `CONVBOOK_KERNELS`, in a sentence; nil if nothing is.
  package static var complaint: String? { choice.complaint }
  /// The kernels of the current level.
  package static let table = current.table

  private static let choice = choice(environmentValue("CONVBOOK_KERNELS"), best: best)

  /// The level of a name as in `CONVBOOK_KERNELS`, for a processor whose best one is known.
  package static func choice(_ name: String?, best: ProcessorLevel) -> (level: ProcessorLevel, complaint: String?) {
    guard let name, !name.isEmpty else { return (best, nil) }
    guard let level = [base, avx2, avx512].first(where: { $0.name == name }) else {
      return (best, "CONVBOOK_KERNELS is base, avx2 or avx512, and not \"\(name)\": taking \(best.name)")
    }
    guard level.rawValue <= best.rawValue else {
      return (best, "CONVBOOK_KERNELS is \(name), which this processor lacks: taking \(best.name)")
    }
    return (level, nil)
  }

  /// As in `CONVBOOK_KERNELS`.
  package var name: String {
    switch self {
    case .base: "base"
    case .avx2: "avx2"
    case .avx512: "avx512"
    }
  }

  private var table: KernelTable {
    #if arch(x86_64)
      switch self {
      case .base: return KernelsBase.kernelTable
      case .avx2: return KernelsV3.kernelTable
      case .avx512: return KernelsV4.kernelTable
      }
    #else
      return KernelsBase.kernelTable
    #endif
  }
}
