extension Primitives {
  private static func integer(
    _ signature: String, _ name: String, _ documentation: String, body: PrimitiveBody? = nil
  ) -> Primitive {
    Primitive("FixedWidthInteger", signature, "Integer." + name, documentation, body: body)
  }

  static let integers: [Primitive] =
    [
      integer("static var max: Self { get }", "max", "The largest value of the type."),
      integer("static var min: Self { get }", "min", "The smallest value of the type."),
      integer("static var zero: Self { get }", "zero", "0"),
      integer(
        "init?(_ text: String, radix: Int = 10)", "init(text)", "Reads a whole number; nil if the text is none.",
        body: readText),
      integer(
        "init?(_ text: Substring, radix: Int = 10)", "init(part)", "Reads a whole number; nil if the text is none.",
        body: readText),
      integer("init?(exactly value: Double)", "init(exactly)", "The value, if it is a whole number that fits.") {
        call in
        call.giveOptional(call.wrappedKind.flatMap { exactly(call.double(0), $0) })
      },
      integer("init?(exactly value: Float)", "init(exactlyFloat)", "The value, if it is a whole number that fits.") {
        call in
        call.giveOptional(call.wrappedKind.flatMap { exactly(Double(Machine.float(call.int(0))), $0) })
      },
      integer("init?<T: BinaryInteger>(exactly value: T)", "init(exactlyInteger)", "The value, if it fits.") { call in
        guard let kind = call.wrappedKind, let from = IntegerKind(call.info(0).type) else { return }
        call.giveOptional(kind.contains(call.int(0), of: from) ? call.int(0) : nil)
      },
      integer("init<T: BinaryInteger>(truncatingIfNeeded value: T)", "init(truncating)", "The low bits of a value.") {
        call in
        guard let kind = IntegerKind(call.site.result.info.type) else { return }
        call.give(kind.truncating(call.int(0)))
      },
      integer("init<T: BinaryInteger>(clamping value: T)", "init(clamping)", "The nearest value of the type.") {
        call in
        guard let kind = IntegerKind(call.site.result.info.type), let from = IntegerKind(call.info(0).type) else {
          return
        }
        let word = call.int(0)
        if kind.contains(word, of: from) { return call.give(word) }
        call.give(from.isSigned && word < 0 ? minimum(kind) : maximum(kind))
      },
      integer("func signum() -> Self", "signum", "-1, 0 or 1, as the sign.") { call in
        call.give(call.isUnsigned ? (call.int(0) == 0 ? 0 : 1) : call.int(0).signum())
      },
      integer(
        "func isMultiple(of other: Self) -> Bool", "isMultiple", "Whether the division by `other` leaves nothing."
      ) { call in
        if call.isUnsigned {
          return call.give(UInt(bitPattern: call.int(0)).isMultiple(of: UInt(bitPattern: call.int(1))))
        }
        call.give(call.int(0).isMultiple(of: call.int(1)))
      },
      integer(
        "func quotientAndRemainder(dividingBy divisor: Self) -> (quotient: Self, remainder: Self)",
        "quotientAndRemainder", "The whole quotient and what is left."
      ) { call in
        let (quotient, _) = try call.reporting(.divide, faulting: true)
        call.resultWords[1] = try call.reporting(.remainder, faulting: true).word
        call.resultWords[0] = quotient
      },
      integer(
        "func multipliedFullWidth(by other: Self) -> (high: Self, low: Self.Magnitude)", "multipliedFullWidth",
        "The whole product, in two parts."
      ) { call in
        guard let kind = IntegerKind(call.info(0).type) else { return }
        if kind.bits < 64 {
          let product = call.int(0) &* call.int(1)
          call.resultWords[0] = kind.truncating(product >> kind.bits)
          call.resultWords[1] = product & ((1 << kind.bits) - 1)
        } else if kind.isSigned {
          let product = call.int(0).multipliedFullWidth(by: call.int(1))
          (call.resultWords[0], call.resultWords[1]) = (product.high, Int(bitPattern: product.low))
        } else {
          let product = UInt(bitPattern: call.int(0)).multipliedFullWidth(by: UInt(bitPattern: call.int(1)))
          (call.resultWords[0], call.resultWords[1]) = (Int(bitPattern: product.high), Int(bitPattern: product.low))
        }
      },
      count("leadingZeroBitCount", "How many zeros come before the first one bit.") { bits, value in
        value.leadingZeroBitCount - (64 - bits)
      },
      count("trailingZeroBitCount", "How many zeros come after the last one bit.") { bits, value in
        min(value.trailingZeroBitCount, bits)
      },
      count("nonzeroBitCount", "How many bits are one.") { $1.nonzeroBitCount },
      integer("var byteSwapped: Self { get }", "byteSwapped", "The bytes in the other order.") { call in
        guard let kind = IntegerKind(call.info(0).type) else { return }
        call.give(kind.truncating(Int(bitPattern: UInt(bitPattern: call.int(0)).byteSwapped >> UInt(64 - kind.bits))))
      },
      Primitive(nil, "func _systemRandom() -> UInt64", "systemRandom", "A number that chance chooses.") { call in
        call.give(Int(bitPattern: UInt.random(in: UInt.min...UInt.max)))
      },
    ]
    + [
      ("adding", "_", IntegerOperator.add, "sum"), ("subtracting", "_", .subtract, "difference"),
      ("multiplied", "by", .multiply, "product"), ("divided", "by", .divide, "quotient"),
      ("remainder", "dividingBy", .remainder, "remainder"),
    ].map { name, label, operation, result in
      integer(
        "func \(name)ReportingOverflow(\(label) other: Self) -> (partialValue: Self, overflow: Bool)",
        name + "ReportingOverflow", "The low bits of the \(result), and whether it does not fit."
      ) { call in
        let (word, overflows) = try call.reporting(operation)
        (call.resultWords[0], call.resultWords[1]) = (word, overflows ? 1 : 0)
      }
    } + IntegerKind.allCases.flatMap(members)

  /// What has other types from one integer type to the next.
  private static func members(_ kind: IntegerKind) -> [Primitive] {
    let name = kind.nominal.name
    let unsigned = kind.isSigned ? "U\(name)" : name
    let other = kind.isSigned ? unsigned : String(name.dropFirst())
    return [
      Primitive(name, "static var bitWidth: Int { get }", "\(name).bitWidth", "How many bits a value has.") { call in
        call.give(kind.bits)
      },
      Primitive(name, "var bitWidth: Int { get }", "\(name).ownBitWidth", "How many bits the value has.") { call in
        call.give(kind.bits)
      },
      Primitive(name, "var magnitude: \(unsigned) { get }", "\(name).magnitude", "The value without its sign.") {
        call in
        call.give(kind.isSigned ? Int(bitPattern: call.int(0).magnitude) : call.int(0))
      },
      Primitive(name, "init(bitPattern value: \(other))", "Integer.init(truncating)", "The same bits as a number."),
    ]
  }

  private static func count(
    _ name: String, _ documentation: String, _ body: @escaping @Sendable (Int, UInt) -> Int
  ) -> Primitive {
    integer("var \(name): Int { get }", name, documentation) { call in
      guard let kind = IntegerKind(call.info(0).type) else { return }
      let mask = kind.bits == 64 ? UInt.max : (1 << UInt(kind.bits)) - 1
      call.give(body(kind.bits, UInt(bitPattern: call.int(0)) & mask))
    }
  }

  static func maximum(_ kind: IntegerKind) -> Int {
    if kind.bits == 64 { return kind.isSigned ? Int.max : -1 }
    return kind.isSigned ? (1 << (kind.bits - 1)) - 1 : (1 << kind.bits) - 1
  }
  static func minimum(_ kind: IntegerKind) -> Int {
    if !kind.isSigned { return 0 }
    return kind.bits == 64 ? Int.min : -(1 << (kind.bits - 1))
  }

  private static let readText: PrimitiveBody = { call in
    guard (2...36).contains(call.int(1)) else {
      throw Fault("a base must be between 2 and 36, and \(call.int(1)) is not")
    }
    guard let kind = call.wrappedKind else { return call.giveOptional(nil) }
    call.giveOptional(read(call.anyText(0), call.int(1), kind))
  }

  private static func read(_ text: String, _ radix: Int, _ kind: IntegerKind) -> Int? {
    if kind == .uint || kind == .uint64 { return UInt(text, radix: radix).map { Int(bitPattern: $0) } }
    return Int(text, radix: radix).flatMap { kind.contains($0, of: .int) ? $0 : nil }
  }

  private static func exactly(_ value: Double, _ kind: IntegerKind) -> Int? {
    value.rounded(.towardZero) == value ? kind.whole(value) : nil
  }
}

extension PrimitiveCall {
  /// The text of an argument that is a text or a part of one.
  func anyText(_ index: Int) -> String {
    info(index).view == .substring ? String(Machine.substring(wordsOf(index), referencesOf(index))) : text(index)
  }

  var isUnsigned: Bool { IntegerKind(info(0).type)?.isSigned == false }

  /// The integer type inside the optional result.
  var wrappedKind: IntegerKind? {
    if case .integer(let kind) = wrappedShape { return kind }
    return nil
  }
  var wrappedShape: TypeInfo.Shape {
    if case .optional(let wrapped, _) = site.result.info.shape { return wrapped.shape }
    return site.result.info.shape
  }

  /// An operation on the first two arguments, and whether its result does not fit into their type.
  func reporting(_ operation: IntegerOperator, faulting: Bool = false) throws -> (word: Int, overflows: Bool) {
    guard let kind = IntegerKind(info(0).type) else { return (0, false) }
    let (left, right) = (int(0), int(1))
    if right == 0, operation == .divide || operation == .remainder {
      if faulting { throw Fault.divisionByZero }
      return (left, true)
    }
    let result =
      switch kind {
      case .int, .int64: reporting(operation, left, right)
      case .int8: reporting(operation, Int8(truncatingIfNeeded: left), Int8(truncatingIfNeeded: right))
      case .int16: reporting(operation, Int16(truncatingIfNeeded: left), Int16(truncatingIfNeeded: right))
      case .int32: reporting(operation, Int32(truncatingIfNeeded: left), Int32(truncatingIfNeeded: right))
      case .uint8: reporting(operation, UInt8(truncatingIfNeeded: left), UInt8(truncatingIfNeeded: right))
      case .uint16: reporting(operation, UInt16(truncatingIfNeeded: left), UInt16(truncatingIfNeeded: right))
      case .uint32: reporting(operation, UInt32(truncatingIfNeeded: left), UInt32(truncatingIfNeeded: right))
      case .uint, .uint64: reporting(operation, UInt(bitPattern: left), UInt(bitPattern: right))
      }
    if faulting, result.overflows { throw Fault.overflow(left, operation.symbol, right, kind) }
    return result
  }

  private func reporting<T: FixedWidthInteger>(
    _ operation: IntegerOperator, _ left: T, _ right: T
  ) -> (word: Int, overflows: Bool) {
    let result: (partialValue: T, overflow: Bool)
    switch operation {
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide: result = left.dividedReportingOverflow(by: right)
    case .remainder: result = left.remainderReportingOverflow(dividingBy: right)
    default: result = left.addingReportingOverflow(right)
    }
    return (Int(truncatingIfNeeded: result.partialValue), result.overflow)
  }
}
