/// How many bytes the values of numeric types take.
extension Algorithms {
  static let layouts =
    """
    enum MemoryLayout<T> {}
    extension MemoryLayout where T: BitwiseCopyable {
      /// The bytes of one value.
      static var size: Int { T._byteCount }
      /// The bytes from one value in an array to the next.
      static var stride: Int { T._byteCount }
      /// What the places of values in memory are multiples of.
      static var alignment: Int { T._byteCount }
    }
    protocol BitwiseCopyable {
      static var _byteCount: Int { get }
    }

    """
    + byteCounts.map { type, count in
      """
      extension \(type): BitwiseCopyable {
        static var _byteCount: Int { \(count) }
      }

      """
    }.joined()

  private static let byteCounts = [
    ("Bool", 1), ("Int8", 1), ("UInt8", 1), ("Int16", 2), ("UInt16", 2), ("Int32", 4), ("UInt32", 4), ("Float", 4),
    ("Int", 8), ("UInt", 8), ("Int64", 8), ("UInt64", 8), ("Double", 8),
  ]
}
