/// The operators of integer kinds other than `Int`, in the instruction `integerOperation`.
enum IntegerOperator: Int32 {
  case add, subtract, multiply, divide, remainder, wrappingAdd, wrappingSubtract, wrappingMultiply
  case shiftLeft, shiftRight, negate, bitNot

  init?(_ binary: BinaryOperator) {
    switch binary {
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    case .divide: self = .divide
    case .remainder: self = .remainder
    case .wrappingAdd: self = .wrappingAdd
    case .wrappingSubtract: self = .wrappingSubtract
    case .wrappingMultiply: self = .wrappingMultiply
    case .shiftLeft: self = .shiftLeft
    case .shiftRight: self = .shiftRight
    default: return nil
    }
  }

  var symbol: String {
    ["+", "-", "*", "/", "%", "&+", "&-", "&*", "<<", ">>", "-", "~"][Int(rawValue)]
  }
}

func integerOperation(_ left: Int, _ right: Int, kind: Int32, operation: Int32) throws(Fault) -> Int {
  guard let kind = IntegerKind(rawValue: Int(kind)), let operation = IntegerOperator(rawValue: operation) else {
    throw Fault("unknown operator")
  }
  switch kind {
  case .int, .int64: return Int(try apply(operation, left, right, kind))
  case .int8: return Int(try apply(operation, Int8(truncatingIfNeeded: left), Int8(truncatingIfNeeded: right), kind))
  case .int16:
    return Int(try apply(operation, Int16(truncatingIfNeeded: left), Int16(truncatingIfNeeded: right), kind))
  case .int32:
    return Int(try apply(operation, Int32(truncatingIfNeeded: left), Int32(truncatingIfNeeded: right), kind))
  case .uint8:
    return Int(try apply(operation, UInt8(truncatingIfNeeded: left), UInt8(truncatingIfNeeded: right), kind))
  case .uint16:
    return Int(try apply(operation, UInt16(truncatingIfNeeded: left), UInt16(truncatingIfNeeded: right), kind))
  case .uint32:
    return Int(try apply(operation, UInt32(truncatingIfNeeded: left), UInt32(truncatingIfNeeded: right), kind))
  case .uint, .uint64:
    return Int(bitPattern: try apply(operation, UInt(bitPattern: left), UInt(bitPattern: right), kind))
  }
}

private func apply<T: FixedWidthInteger>(
  _ operation: IntegerOperator, _ left: T, _ right: T, _ kind: IntegerKind
) throws(Fault) -> T {
  let result: (partialValue: T, overflow: Bool)
  switch operation {
  case .add: result = left.addingReportingOverflow(right)
  case .subtract: result = left.subtractingReportingOverflow(right)
  case .multiply: result = left.multipliedReportingOverflow(by: right)
  case .divide:
    if right == 0 { throw .divisionByZero }
    result = left.dividedReportingOverflow(by: right)
  case .remainder:
    if right == 0 { throw .remainderByZero }
    result = left.remainderReportingOverflow(dividingBy: right)
  case .negate: result = T.zero.subtractingReportingOverflow(right)
  case .wrappingAdd: return left &+ right
  case .wrappingSubtract: return left &- right
  case .wrappingMultiply: return left &* right
  case .shiftLeft: return left << right
  case .shiftRight: return left >> right
  case .bitNot: return ~right
  }
  if result.overflow {
    if operation == .negate { throw .negation(Int(truncatingIfNeeded: right), kind) }
    throw .overflow(Int(truncatingIfNeeded: left), operation.symbol, Int(truncatingIfNeeded: right), kind)
  }
  return result.partialValue
}

/// `x + 3`, or `x - 3` where the constant is negative.
func constantOverflow(_ left: Int, _ constant: Int) -> Fault {
  constant < 0 ? .overflow(left, "-", -constant, .int) : .overflow(left, "+", constant, .int)
}

extension IntegerKind {
  /// Whether the number in `word`, read as a number of kind `source`, is one of this kind.
  func contains(_ word: Int, of source: IntegerKind) -> Bool {
    if !source.isSigned && source.bits == 64 && word < 0 { return !isSigned && bits == 64 }
    if isSigned {
      if bits == 64 { return true }
      return word >= -(1 << (bits - 1)) && word < 1 << (bits - 1)
    }
    if word < 0 { return false }
    return bits == 64 || word < 1 << bits
  }

  /// The low bits of a word as a number of this kind.
  func truncating(_ word: Int) -> Int {
    switch self {
    case .int, .int64, .uint, .uint64: word
    case .int8: Int(Int8(truncatingIfNeeded: word))
    case .int16: Int(Int16(truncatingIfNeeded: word))
    case .int32: Int(Int32(truncatingIfNeeded: word))
    case .uint8: Int(UInt8(truncatingIfNeeded: word))
    case .uint16: Int(UInt16(truncatingIfNeeded: word))
    case .uint32: Int(UInt32(truncatingIfNeeded: word))
    }
  }

  func text(_ word: Int) -> String {
    let isNegative = isSigned && word < 0
    let magnitude = isNegative ? word.magnitude : UInt(bitPattern: word)
    var length = isNegative ? 2 : 1
    var rest = magnitude / 10
    while rest > 0 {
      length += 1
      rest /= 10
    }
    // With the exact length, a short text needs no memory of its own.
    return String(unsafeUninitializedCapacity: length) { bytes in
      rest = magnitude
      for place in stride(from: length - 1, through: isNegative ? 1 : 0, by: -1) {
        bytes[place] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
        rest /= 10
      }
      if isNegative { bytes[0] = 0x2D }
      return length
    }
  }

  /// The whole part of a number, if it is one of this kind.
  func whole(_ value: Double) -> Int? {
    guard value.isFinite else { return nil }
    if !isSigned && bits == 64 {
      guard value > -1 && value < 18_446_744_073_709_551_616 else { return nil }
      return Int(bitPattern: UInt(value))
    }
    guard value > -9_223_372_036_854_777_856 && value < 9_223_372_036_854_775_808 else { return nil }
    let word = Int(value)
    return contains(word, of: .int) ? word : nil
  }
}

func convertInteger(_ word: Int, from source: Int32, to target: Int32) throws(Fault) -> Int {
  guard let source = IntegerKind(rawValue: Int(source)), let target = IntegerKind(rawValue: Int(target)) else {
    throw Fault("unknown conversion")
  }
  guard target.contains(word, of: source) else {
    throw Fault("\(source.text(word)) does not fit into \(target.nominal.name)")
  }
  return word
}

func integer(from value: Double, kind: Int32) throws(Fault) -> Int {
  guard let kind = IntegerKind(rawValue: Int(kind)) else { throw Fault("unknown conversion") }
  guard let word = kind.whole(value) else {
    let text = value.isNaN ? "a value that is not a number (nan)" : "\(value)"
    throw Fault("\(text) does not fit into \(kind.nominal.name)")
  }
  return word
}

func invalidRange(_ lower: Int, _ upper: Int, _ form: Int32) -> Fault {
  if form == 2 {
    return Fault("the range \(lower)...\(upper) runs backwards: its lower bound is above its upper bound")
  }
  return Fault("the range \(lower)..<\(upper) runs backwards: its lower bound is above its upper bound")
}
