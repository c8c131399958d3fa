/// What the choice of algorithms supposes of a processor. Measured roughly and on few machines: the choice needs ratios.
package struct ProcessorSpeed: Hashable, Sendable {
  /// Multiplications and additions a second in products of matrices, on one core.
  package var operations: Double
  /// Bytes a second that a tile's transforms read and write in the second cache, on one core.
  package var transformBytes: Double
  /// Bytes of packed kernels a second that one core can write.
  package var packedBytes: Double
  /// Bytes a second from memory, for all cores together.
  package var memoryBytes: Double
  /// Seconds that tiles cost however few they are: scratch memory, and one wait more for the threads.
  package var tilingSeconds: Double

  package static let base = ProcessorSpeed(
    operations: 25e9, transformBytes: 20e9, packedBytes: 3e9, memoryBytes: 20e9, tilingSeconds: 3e-6)
  package static let avx2 = ProcessorSpeed(
    operations: 90e9, transformBytes: 50e9, packedBytes: 5e9, memoryBytes: 20e9, tilingSeconds: 3e-6)
  package static let avx512 = ProcessorSpeed(
    operations: 210e9, transformBytes: 80e9, packedBytes: 9e9, memoryBytes: 65e9, tilingSeconds: 3e-6)

  /// Of the level in use.
  package static var current: ProcessorSpeed {
    switch ProcessorLevel.current {
    case .avx512: .avx512
    case .avx2: .avx2
    case .base: .base
    }
  }
}
