/// The protocols and ranges that the checker itself knows. Their members are in the library's Swift text.
extension NominalType {
  private static func proto(_ name: String, _ inherited: NominalType...) -> NominalType {
    let result = NominalType(name, .protocol)
    result.inheritedProtocols = inherited
    return result
  }

  static let integerLiteral = proto("ExpressibleByIntegerLiteral")
  static let floatLiteral = proto("ExpressibleByFloatLiteral")
  static let stringLiteral = proto("ExpressibleByStringLiteral")
  static let booleanLiteral = proto("ExpressibleByBooleanLiteral")
  static let arrayLiteral = proto("ExpressibleByArrayLiteral")
  static let dictionaryLiteral = proto("ExpressibleByDictionaryLiteral")
  static let nilLiteral = proto("ExpressibleByNilLiteral")
  /// Every type conforms: what has members that can be named by a key path.
  static let keyPathRoot = proto("_KeyPathRoot")
  /// All objects conform.
  static let anyObject = proto("AnyObject")
  static let equatable = proto("Equatable")
  static let hashable = proto("Hashable", equatable)
  static let comparable = proto("Comparable", equatable)
  static let additiveArithmetic = proto("AdditiveArithmetic", equatable)
  static let numeric = proto("Numeric", additiveArithmetic, integerLiteral)
  static let signedNumeric = proto("SignedNumeric", numeric)
  static let strideable = proto("Strideable", comparable)
  static let customStringConvertible = proto("CustomStringConvertible")
  static let customDebugStringConvertible = proto("CustomDebugStringConvertible")
  static let binaryInteger = proto("BinaryInteger", numeric, hashable, strideable, customStringConvertible)
  static let fixedWidthInteger = proto("FixedWidthInteger", binaryInteger)
  static let signedInteger = proto("SignedInteger", binaryInteger, signedNumeric)
  static let unsignedInteger = proto("UnsignedInteger", binaryInteger)
  static let floatingPoint = proto("FloatingPoint", signedNumeric, hashable, strideable)
  static let binaryFloatingPoint = proto("BinaryFloatingPoint", floatingPoint, floatLiteral)
  static let sequence = proto("Sequence")
  static let collection = proto("Collection", sequence)
  static let bidirectionalCollection = proto("BidirectionalCollection", collection)
  static let randomAccessCollection = proto("RandomAccessCollection", bidirectionalCollection)
  static let mutableCollection = proto("MutableCollection", collection)
  static let iteratorProtocol = proto("IteratorProtocol")
  static let stringProtocol = proto("StringProtocol", bidirectionalCollection, hashable, comparable)
  static let error = proto("Error")
  static let caseIterable = proto("CaseIterable")
  static let rawRepresentable = proto("RawRepresentable")
  static let identifiable = proto("Identifiable")

  static let coreProtocols: [NominalType] = [
    .integerLiteral, .floatLiteral, .stringLiteral, .booleanLiteral, .arrayLiteral, .dictionaryLiteral, .nilLiteral,
    .keyPathRoot, .anyObject, .equatable, .hashable, .comparable, .additiveArithmetic, .numeric, .signedNumeric,
    .strideable,
    .customStringConvertible, .customDebugStringConvertible, .binaryInteger, .fixedWidthInteger, .signedInteger,
    .unsignedInteger, .floatingPoint,
    .binaryFloatingPoint, .sequence, .collection, .bidirectionalCollection, .randomAccessCollection,
    .mutableCollection, .iteratorProtocol, .stringProtocol, .error, .caseIterable, .rawRepresentable, .identifiable,
  ]

  private static func rangeType(_ name: String, _ fields: String...) -> NominalType {
    let result = NominalType(name, .builtin, parameters: [GenericParameter("Bound", bounds: [.comparable])])
    result.fields = fields.map {
      StoredField(name: $0, type: .parameter(result.genericParameters[0]), isMutable: false, initializer: nil)
    }
    return result
  }
  static let range = rangeType("Range", "lowerBound", "upperBound")
  static let closedRange = rangeType("ClosedRange", "lowerBound", "upperBound")
  static let partialRangeFrom = rangeType("PartialRangeFrom", "lowerBound")
  static let partialRangeUpTo = rangeType("PartialRangeUpTo", "upperBound")
  static let partialRangeThrough = rangeType("PartialRangeThrough", "upperBound")
  static let strideTo = rangeType("StrideTo", "start", "end", "step")
  static let strideThrough = rangeType("StrideThrough", "start", "end", "step")
  static let unboundedRange = NominalType("UnboundedRange", .builtin)

  static let coreRanges: [NominalType] = [
    .range, .closedRange, .partialRangeFrom, .partialRangeUpTo, .partialRangeThrough, .unboundedRange,
  ]
  static let coreStrides: [NominalType] = [.strideTo, .strideThrough]

  /// All types that exist before the library's text is read.
  static let core = builtins + coreProtocols + coreRanges + coreStrides + coreWrappers
}
