extension Primitives {
  private static let integerNames = [
    "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64",
  ]

  static let numbers: [Primitive] =
    integerNames.flatMap(integer) + ["Double", "Float"].flatMap(decimal)
    + [
      Primitive("Bool", "mutating func toggle()", "Bool.toggle", "Turns true into false and false into true.") { call in
        let place = UnsafeMutablePointer<Int>(bitPattern: call.int(0)).unsafelyUnwrapped
        place[0] = 1 - place[0]
      },
      Primitive("Bool", "init?(_ text: String)", "Bool.init", "Reads `true` or `false`.") { call in
        call.giveOptional(Bool(call.text(0)).map { $0 ? 1 : 0 })
      },
    ]

  private static func integer(_ name: String) -> [Primitive] {
    [
      Primitive(name, "static var max: \(name) { get }", "Integer.max", "The largest value of the type."),
      Primitive(name, "static var min: \(name) { get }", "Integer.min", "The smallest value of the type."),
      Primitive(name, "static var bitWidth: Int { get }", "Integer.bitWidth", "How many bits a value has."),
      Primitive(name, "init?(_ text: String)", "Integer.init(text)", "Reads a whole number; nil if the text is none.") {
        call in
        guard let kind = call.wrappedKind else { return call.giveOptional(nil) }
        call.giveOptional(integer(call.text(0), 10, kind))
      },
      Primitive(
        name, "init?(_ text: String, radix: Int)", "Integer.init(text:radix:)",
        "Reads a whole number written in base `radix`."
      ) { call in
        guard let kind = call.wrappedKind, (2...36).contains(call.int(1)) else { return call.giveOptional(nil) }
        call.giveOptional(integer(call.text(0), call.int(1), kind))
      },
      Primitive(
        name, "init?(exactly value: Double)", "Integer.init(exactly)", "The value, if it is a whole number that fits."
      ) { call in
        guard let kind = call.wrappedKind, call.double(0).rounded(.towardZero) == call.double(0) else {
          return call.giveOptional(nil)
        }
        call.giveOptional(kind.whole(call.double(0)))
      },
      Primitive(
        name, "init<T: BinaryInteger>(truncatingIfNeeded value: T)", "Integer.init(truncating)",
        "The low bits of a value."
      ) { call in
        guard let kind = IntegerKind(call.site.result.info.type) else { return }
        call.give(kind.truncating(call.int(0)))
      },
      Primitive(
        name, "init<T: BinaryInteger>(clamping value: T)", "Integer.init(clamping)", "The nearest value of the type."
      ) { call in
        guard let kind = IntegerKind(call.site.result.info.type), let from = IntegerKind(call.info(0).type) else {
          return
        }
        let word = call.int(0)
        if kind.contains(word, of: from) { return call.give(word) }
        call.give(from.isSigned && word < 0 ? minimum(kind) : maximum(kind))
      },
      Primitive(name, "func signum() -> \(name)", "Integer.signum", "-1, 0 or 1, as the sign.") { call in
        call.give(call.int(0).signum())
      },
      Primitive(name, "var magnitude: \(name) { get }", "abs", "The value without its sign."),
      Primitive(
        name, "func quotientAndRemainder(dividingBy divisor: \(name)) -> (quotient: \(name), remainder: \(name))",
        "Integer.quotientAndRemainder", "The whole quotient and what is left."
      ) { call in
        let (left, right) = (call.int(0), call.int(1))
        if right == 0 { throw Fault.divisionByZero }
        let (quotient, overflows) = left.dividedReportingOverflow(by: right)
        if overflows { throw Fault.overflow(left, "/", right, .int) }
        (call.resultWords[0], call.resultWords[1]) = (quotient, left % right)
      },
    ]
  }

  static func maximum(_ kind: IntegerKind) -> Int {
    if kind.bits == 64 { return kind.isSigned ? Int.max : -1 }
    return kind.isSigned ? (1 << (kind.bits - 1)) - 1 : (1 << kind.bits) - 1
  }
  static func minimum(_ kind: IntegerKind) -> Int {
    if !kind.isSigned { return 0 }
    return kind.bits == 64 ? Int.min : -(1 << (kind.bits - 1))
  }

  private static func integer(_ text: String, _ radix: Int, _ kind: IntegerKind) -> Int? {
    if kind == .uint || kind == .uint64 { return UInt(text, radix: radix).map { Int(bitPattern: $0) } }
    return Int(text, radix: radix).flatMap { kind.contains($0, of: .int) ? $0 : nil }
  }

  private static func decimal(_ name: String) -> [Primitive] {
    let constants: [(String, String, Double, String)] = [
      ("pi", "Decimal.pi", .pi, "The ratio of a circle's circumference to its diameter."),
      ("infinity", "Decimal.infinity", .infinity, "More than every number."),
      ("nan", "Decimal.nan", .nan, "The result of undefined operations; not equal to anything, itself included."),
      ("zero", "Decimal.zero", 0, "0"),
    ]
    return constants.map { Primitive(name, "static var \($0.0): \(name) { get }", $0.1, $0.3) } + [
      Primitive(
        name, "static var greatestFiniteMagnitude: \(name) { get }", "Decimal.greatest", "The largest finite number."),
      Primitive(
        name, "static var leastNormalMagnitude: \(name) { get }", "Decimal.least",
        "The smallest positive number of full precision."),
      Primitive(
        name, "static var leastNonzeroMagnitude: \(name) { get }", "Decimal.leastNonzero",
        "The smallest positive number."),
      Primitive(
        name, "static var ulpOfOne: \(name) { get }", "Decimal.ulpOfOne", "The distance from 1 to the next number."),
      test(name, "isNaN", "Whether it is no number.") { $0.isNaN },
      test(name, "isInfinite", "Whether it is infinite.") { $0.isInfinite },
      test(name, "isFinite", "Whether it is neither infinite nor no number.") { $0.isFinite },
      test(name, "isZero", "Whether it is 0.") { $0.isZero },
      Primitive(name, "var magnitude: \(name) { get }", "abs", "The value without its sign."),
      Primitive(name, "init?(_ text: String)", "Decimal.init(text)", "Reads a number; nil if the text is none.") {
        call in
        if case .float = call.wrappedShape {
          call.giveOptional(Float(call.text(0)).map { Int($0.bitPattern) })
        } else {
          call.giveOptional(Double(call.text(0)).map { Machine.word($0) })
        }
      },
      Primitive(
        name, "func truncatingRemainder(dividingBy other: \(name)) -> \(name)", "Decimal.truncatingRemainder",
        "What is left of a division with a whole quotient."
      ) { call in
        if case .float = call.info(0).shape {
          let result = Machine.float(call.int(0)).truncatingRemainder(dividingBy: Machine.float(call.int(1)))
          call.give(Int(result.bitPattern))
        } else {
          call.give(call.double(0).truncatingRemainder(dividingBy: call.double(1)))
        }
      },
    ]
  }

  private static func test(
    _ owner: String, _ name: String, _ documentation: String, _ body: @escaping @Sendable (Double) -> Bool
  ) -> Primitive {
    Primitive(owner, "var \(name): Bool { get }", "Decimal.\(owner).\(name)", documentation) { call in
      if case .float = call.info(0).shape { return call.give(body(Double(Machine.float(call.int(0))))) }
      call.give(body(call.double(0)))
    }
  }
}

extension PrimitiveCall {
  /// The integer type inside the optional result.
  var wrappedKind: IntegerKind? {
    if case .integer(let kind) = wrappedShape { return kind }
    return nil
  }
  var wrappedShape: TypeInfo.Shape {
    if case .optional(let wrapped, _) = site.result.info.shape { return wrapped.shape }
    return site.result.info.shape
  }
}
