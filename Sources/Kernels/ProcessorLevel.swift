internal import CKernels
package import KernelInterface
internal import KernelsBase

#if arch(x86_64)
  internal import KernelsV3
  internal import KernelsV4
#endif

/// How wide the processor's vectors are, and with that which compilation of the kernels is used.
package enum ProcessorLevel {
  /// Taken once, from what the processor says.
  package static let table: KernelTable = {
    #if arch(x86_64)
      switch kernels_processor_level() {
      case 4...: return KernelsV4.kernelTable
      case 3: return KernelsV3.kernelTable
      default: return KernelsBase.kernelTable
      }
    #else
      return KernelsBase.kernelTable
    #endif
  }()
}
