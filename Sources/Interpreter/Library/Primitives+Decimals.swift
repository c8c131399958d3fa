/// Members of `Double` and `Float`.
extension Primitives {
  private typealias Operation<T> = @Sendable (T) -> T

  private static func decimal(
    _ signature: String, _ name: String, _ documentation: String, body: PrimitiveBody? = nil
  ) -> Primitive {
    Primitive("BinaryFloatingPoint", signature, "Decimal." + name, documentation, body: body)
  }

  static let decimals: [Primitive] =
    [
      ("pi", "The ratio of a circle's circumference to its diameter."), ("infinity", "More than every number."),
      ("nan", "The result of undefined operations; not equal to anything, itself included."), ("zero", "0"),
      ("greatestFiniteMagnitude", "The largest finite number."),
      ("leastNormalMagnitude", "The smallest positive number of full precision."),
      ("leastNonzeroMagnitude", "The smallest positive number."),
      ("ulpOfOne", "The distance from 1 to the next number."),
    ].map { decimal("static var \($0.0): Self { get }", $0.0, $0.1) }
    + [
      test("isNaN", "Whether it is no number.", { $0.isNaN }, { $0.isNaN }),
      test("isInfinite", "Whether it is infinite.", { $0.isInfinite }, { $0.isInfinite }),
      test("isFinite", "Whether it is neither infinite nor no number.", { $0.isFinite }, { $0.isFinite }),
      test("isZero", "Whether it is 0.", { $0.isZero }, { $0.isZero }),
      test(
        "isNormal", "Whether it has full precision and is neither 0 nor infinite.", { $0.isNormal }, { $0.isNormal }),
      test(
        "isSubnormal", "Whether it is too small to have full precision.", { $0.isSubnormal }, { $0.isSubnormal }),
      test("_isNegative", "Whether it has a minus sign.", { $0.sign == .minus }, { $0.sign == .minus }),
      property("magnitude", "The value without its sign.", { $0.magnitude }, { $0.magnitude }),
      property("ulp", "The distance to the next number.", { $0.ulp }, { $0.ulp }),
      property("nextUp", "The next larger number.", { $0.nextUp }, { $0.nextUp }),
      property("nextDown", "The next smaller number.", { $0.nextDown }, { $0.nextDown }),
      property("significand", "The number divided by the power of 2 below it.", { $0.significand }, { $0.significand }),
      property("binade", "The power of 2 below it.", { $0.binade }, { $0.binade }),
      decimal("func squareRoot() -> Self", "squareRoot", "The square root.") { call in
        if call.isFloat { return call.give(Int(Machine.float(call.int(0)).squareRoot().bitPattern)) }
        call.give(call.double(0).squareRoot())
      },
      decimal("func rounded() -> Self", "rounded", "The nearest whole number; halves away from zero.") { call in
        if call.isFloat { return call.give(Int(Machine.float(call.int(0)).rounded().bitPattern)) }
        call.give(call.double(0).rounded())
      },
      decimal(
        "func rounded(_ rule: FloatingPointRoundingRule) -> Self", "rounded(rule)",
        "The whole number that the rule chooses."
      ) { call in
        let rule = rules[call.int(1)]
        if call.isFloat { return call.give(Int(Machine.float(call.int(0)).rounded(rule).bitPattern)) }
        call.give(call.double(0).rounded(rule))
      },
      decimal("var exponent: Int { get }", "exponent", "The power of 2 below it, as an exponent.") { call in
        call.give(call.isFloat ? Int(Machine.float(call.int(0)).exponent) : Int(call.double(0).exponent))
      },
      binary(
        "truncatingRemainder(dividingBy other: Self)", "What is left of a division with a whole quotient.",
        { $0.truncatingRemainder(dividingBy: $1) }, { $0.truncatingRemainder(dividingBy: $1) }),
      binary(
        "remainder(dividingBy other: Self)", "What is left of a division with the nearest whole quotient.",
        { $0.remainder(dividingBy: $1) }, { $0.remainder(dividingBy: $1) }),
      decimal(
        "func addingProduct(_ left: Self, _ right: Self) -> Self", "addingProduct",
        "The sum with a product, rounded once."
      ) { call in
        if call.isFloat {
          return call.give(
            Int(
              Machine.float(call.int(0)).addingProduct(Machine.float(call.int(1)), Machine.float(call.int(2)))
                .bitPattern))
        }
        call.give(call.double(0).addingProduct(call.double(1), call.double(2)))
      },
      decimal(
        "init?(_ text: String)", "init(text)", "Reads a number; nil if the text is none.", body: readDecimal),
      decimal(
        "init?(_ text: Substring)", "init(part)", "Reads a number; nil if the text is none.", body: readDecimal),
      decimal("init?<T: BinaryInteger>(exactly value: T)", "init(exactly)", "The number, if it can be written exactly.")
      { call in
        let isUnsigned = call.isUnsigned
        let word = call.int(0)
        if case .float = call.wrappedShape {
          let value = isUnsigned ? Float(exactly: UInt(bitPattern: word)) : Float(exactly: word)
          call.giveOptional(value.map { Int($0.bitPattern) })
        } else {
          let value = isUnsigned ? Double(exactly: UInt(bitPattern: word)) : Double(exactly: word)
          call.giveOptional(value.map { Machine.word($0) })
        }
      },
      Primitive("Double", "var bitPattern: UInt64 { get }", "Double.bitPattern", "The bits of the number.") { call in
        call.give(call.int(0))
      },
      Primitive("Double", "init(bitPattern bits: UInt64)", "Double.bits", "The number with these bits.") { call in
        call.give(call.int(0))
      },
      Primitive("Float", "var bitPattern: UInt32 { get }", "Float.bitPattern", "The bits of the number.") { call in
        call.give(call.int(0))
      },
      Primitive("Float", "init(bitPattern bits: UInt32)", "Float.bits", "The number with these bits.") { call in
        call.give(call.int(0))
      },
      Primitive("Double", "static var significandBitCount: Int { get }", "Double.significandBitCount", "52") { call in
        call.give(52)
      },
      Primitive("Float", "static var significandBitCount: Int { get }", "Float.significandBitCount", "23") { call in
        call.give(23)
      },
      Primitive("Bool", "mutating func toggle()", "Bool.toggle", "Turns true into false and false into true.") { call in
        let place = UnsafeMutablePointer<Int>(bitPattern: call.int(0)).unsafelyUnwrapped
        place[0] = 1 - place[0]
      },
      Primitive("Bool", "init?(_ text: String)", "Bool.init", "Reads `true` or `false`.") { call in
        call.giveOptional(Bool(call.text(0)).map { $0 ? 1 : 0 })
      },
    ]

  private static let readDecimal: PrimitiveBody = { call in
    let text = call.anyText(0)
    if case .float = call.wrappedShape {
      call.giveOptional(Float(text).map { Int($0.bitPattern) })
    } else {
      call.giveOptional(Double(text).map { Machine.word($0) })
    }
  }

  /// In the order of the language's enum.
  private static let rules: [FloatingPointRoundingRule] = [
    .up, .down, .towardZero, .awayFromZero, .toNearestOrAwayFromZero, .toNearestOrEven,
  ]

  private static func property(
    _ name: String, _ documentation: String, _ double: @escaping Operation<Double>, _ float: @escaping Operation<Float>
  ) -> Primitive {
    decimal("var \(name): Self { get }", name, documentation) { call in
      if call.isFloat { return call.give(Int(float(Machine.float(call.int(0))).bitPattern)) }
      call.give(double(call.double(0)))
    }
  }

  private static func binary(
    _ signature: String, _ documentation: String, _ double: @escaping @Sendable (Double, Double) -> Double,
    _ float: @escaping @Sendable (Float, Float) -> Float
  ) -> Primitive {
    decimal("func \(signature) -> Self", String(signature.prefix { $0 != "(" }), documentation) { call in
      if call.isFloat {
        return call.give(Int(float(Machine.float(call.int(0)), Machine.float(call.int(1))).bitPattern))
      }
      call.give(double(call.double(0), call.double(1)))
    }
  }

  private static func test(
    _ name: String, _ documentation: String, _ double: @escaping @Sendable (Double) -> Bool,
    _ float: @escaping @Sendable (Float) -> Bool
  ) -> Primitive {
    decimal("var \(name): Bool { get }", name, documentation) { call in
      call.give(call.isFloat ? float(Machine.float(call.int(0))) : double(call.double(0)))
    }
  }
}

extension PrimitiveCall {
  /// Whether the first argument is a `Float`.
  var isFloat: Bool {
    if case .float = info(0).shape { true } else { false }
  }
}
