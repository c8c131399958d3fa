/// Which protocols the built-in types conform to, and what their elements are; read as Swift text like the rest of the library.
enum Prelude {
  static let text = """
    enum FloatingPointRoundingRule {
      case up, down, towardZero, awayFromZero, toNearestOrAwayFromZero, toNearestOrEven
    }
    enum FloatingPointSign { case plus, minus }
    protocol IteratorProtocol<Element> {
      associatedtype Element
      /// The next element; nil at the end.
      mutating func next() -> Element?
    }
    protocol Sequence<Element> {
      associatedtype Iterator: IteratorProtocol
      associatedtype Element where Element == Iterator.Element
      /// A new iterator at the first element.
      func makeIterator() -> Iterator
    }
    protocol CustomStringConvertible {
      /// The text that `print` shows.
      var description: String { get }
    }
    protocol CustomDebugStringConvertible {
      /// The text that `debugPrint` shows, and `print` inside other values.
      var debugDescription: String { get }
    }
    protocol AdditiveArithmetic {
      /// The value that changes nothing when it is added.
      static var zero: Self { get }
    }
    extension AdditiveArithmetic where Self: ExpressibleByIntegerLiteral {
      static var zero: Self { 0 }
    }
    protocol ExpressibleByIntegerLiteral {
      associatedtype IntegerLiteralType
      init(integerLiteral value: IntegerLiteralType)
    }
    protocol ExpressibleByFloatLiteral {
      associatedtype FloatLiteralType
      init(floatLiteral value: FloatLiteralType)
    }
    protocol ExpressibleByStringLiteral {
      associatedtype StringLiteralType
      init(stringLiteral value: StringLiteralType)
    }
    protocol ExpressibleByBooleanLiteral {
      associatedtype BooleanLiteralType
      init(booleanLiteral value: BooleanLiteralType)
    }
    protocol ExpressibleByArrayLiteral {
      associatedtype ArrayLiteralElement
      init(arrayLiteral elements: ArrayLiteralElement...)
    }
    protocol ExpressibleByDictionaryLiteral {
      associatedtype Key
      associatedtype Value
      init(dictionaryLiteral elements: (Key, Value)...)
    }
    protocol ExpressibleByNilLiteral {
      init(nilLiteral: ())
    }
    protocol Identifiable<ID> {
      associatedtype ID: Hashable
      var id: ID { get }
    }
    protocol RawRepresentable<RawValue> {
      associatedtype RawValue
      init?(rawValue: RawValue)
      var rawValue: RawValue { get }
    }
    protocol CaseIterable {
      associatedtype AllCases: Collection = [Self] where AllCases.Element == Self
      /// All cases, in the order in which they are written.
      static var allCases: AllCases { get }
    }
    extension Int: FixedWidthInteger, SignedInteger { typealias Magnitude = UInt }
    extension Int8: FixedWidthInteger, SignedInteger { typealias Magnitude = UInt8 }
    extension Int16: FixedWidthInteger, SignedInteger { typealias Magnitude = UInt16 }
    extension Int32: FixedWidthInteger, SignedInteger { typealias Magnitude = UInt32 }
    extension Int64: FixedWidthInteger, SignedInteger { typealias Magnitude = UInt64 }
    extension UInt: FixedWidthInteger, UnsignedInteger { typealias Magnitude = UInt }
    extension UInt8: FixedWidthInteger, UnsignedInteger { typealias Magnitude = UInt8 }
    extension UInt16: FixedWidthInteger, UnsignedInteger { typealias Magnitude = UInt16 }
    extension UInt32: FixedWidthInteger, UnsignedInteger { typealias Magnitude = UInt32 }
    extension UInt64: FixedWidthInteger, UnsignedInteger { typealias Magnitude = UInt64 }
    extension Double: BinaryFloatingPoint, CustomStringConvertible {}
    extension Float: BinaryFloatingPoint, CustomStringConvertible {}
    extension Bool: Hashable, CustomStringConvertible {}
    extension Character: Hashable, Comparable, CustomStringConvertible {}
    extension String: StringProtocol, CustomStringConvertible { typealias Element = Character }
    extension Array: RandomAccessCollection, MutableCollection {}
    extension Array: Equatable where Element: Equatable {}
    extension Array: Hashable where Element: Hashable {}
    extension Set: Collection, Hashable {}
    extension Dictionary: Collection { typealias Element = (key: Key, value: Value) }
    extension Dictionary: Equatable where Value: Equatable {}
    extension Dictionary: Hashable where Value: Hashable {}
    extension Optional: Equatable where Wrapped: Equatable {}
    extension Optional: Hashable where Wrapped: Hashable {}
    extension Range: Hashable {}
    extension Range: RandomAccessCollection where Bound: BinaryInteger { typealias Element = Bound }
    extension ClosedRange: Hashable {}
    extension ClosedRange: RandomAccessCollection where Bound: BinaryInteger { typealias Element = Bound }
    extension PartialRangeFrom: Sequence where Bound: BinaryInteger { typealias Element = Bound }
    extension StrideTo: Sequence { typealias Element = Bound }
    extension StrideThrough: Sequence { typealias Element = Bound }
    """
}
