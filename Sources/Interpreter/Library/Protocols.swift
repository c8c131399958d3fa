/// What the sequence protocols ask for, as Swift text. Names that start with an underscore are the library's own.
enum Protocols {
  static let text = """

    protocol Collection: Sequence {
      associatedtype Index: Comparable
      associatedtype SubSequence = Slice<Self>
      var startIndex: Index { get }
      var endIndex: Index { get }
      var count: Int { get }
      var isEmpty: Bool { get }
      func index(after i: Index) -> Index
      subscript(position: Index) -> Element { get }
      func _slice(_ bounds: Range<Index>) -> SubSequence
    }
    protocol BidirectionalCollection: Collection {
      func index(before i: Index) -> Index
    }
    protocol RandomAccessCollection: BidirectionalCollection {}
    protocol MutableCollection: Collection {
      subscript(position: Index) -> Element { get set }
    }
    protocol BinaryInteger: Numeric, Hashable, Strideable, CustomStringConvertible {
      associatedtype Magnitude: BinaryInteger
      /// The value without its sign.
      var magnitude: Magnitude { get }
    }
    protocol FixedWidthInteger: BinaryInteger {
      static var max: Self { get }
      static var min: Self { get }
      static var bitWidth: Int { get }
    }
    protocol RandomNumberGenerator {
      mutating func next() -> UInt64
    }
    protocol TextOutputStream {
      mutating func write(_ string: String)
    }
    """
}
