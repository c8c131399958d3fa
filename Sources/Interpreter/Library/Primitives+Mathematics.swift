import Foundation

extension Primitives {
  static let mathematics: [Primitive] =
    function("sqrt", "The square root.", { $0.squareRoot() }, { $0.squareRoot() })
    + function("exp", "e to the power of x.", { Foundation.exp($0) }, { Foundation.exp($0) })
    + function("log", "The natural logarithm.", { Foundation.log($0) }, { Foundation.log($0) })
    + function("log2", "The logarithm to base 2.", { Foundation.log2($0) }, { Foundation.log2($0) })
    + function("log10", "The logarithm to base 10.", { Foundation.log10($0) }, { Foundation.log10($0) })
    + function("sin", "The sine of x in radians.", { Foundation.sin($0) }, { Foundation.sin($0) })
    + function("cos", "The cosine of x in radians.", { Foundation.cos($0) }, { Foundation.cos($0) })
    + function("tan", "The tangent of x in radians.", { Foundation.tan($0) }, { Foundation.tan($0) })
    + function("tanh", "The hyperbolic tangent.", { Foundation.tanh($0) }, { Foundation.tanh($0) })
    + function("atan", "The inverse of the tangent.", { Foundation.atan($0) }, { Foundation.atan($0) })
    + function(
      "floor", "The largest whole number that is not above x.", { $0.rounded(.down) }, { $0.rounded(.down) })
    + function("ceil", "The smallest whole number that is not below x.", { $0.rounded(.up) }, { $0.rounded(.up) })
    + function("round", "The nearest whole number; halves away from zero.", { $0.rounded() }, { $0.rounded() })
    + function("fabs", "The value without its sign.", { $0.magnitude }, { $0.magnitude })
    + function("trunc", "The whole part.", { $0.rounded(.towardZero) }, { $0.rounded(.towardZero) })
    + function("cbrt", "The cube root.", { Foundation.cbrt($0) }, { Foundation.cbrt($0) })
    + function("asin", "The inverse of the sine.", { Foundation.asin($0) }, { Foundation.asin($0) })
    + function("acos", "The inverse of the cosine.", { Foundation.acos($0) }, { Foundation.acos($0) })
    + function("sinh", "The hyperbolic sine.", { Foundation.sinh($0) }, { Foundation.sinh($0) })
    + function("cosh", "The hyperbolic cosine.", { Foundation.cosh($0) }, { Foundation.cosh($0) })
    + function("exp2", "2 to the power of x.", { Foundation.exp2($0) }, { Foundation.exp2($0) })
    + function("expm1", "e to the power of x, minus 1.", { Foundation.expm1($0) }, { Foundation.expm1($0) })
    + function("log1p", "The natural logarithm of 1 + x.", { Foundation.log1p($0) }, { Foundation.log1p($0) })
    + function2(
      "pow", "_ base", "_ exponent", "`base` to the power of `exponent`.", { Foundation.pow($0, $1) },
      { Foundation.pow($0, $1) })
    + function2(
      "atan2", "_ y", "_ x", "The angle of the point (x, y) in radians.", { Foundation.atan2($0, $1) },
      { Foundation.atan2($0, $1) })
    + function2(
      "hypot", "_ x", "_ y", "The length of the hypotenuse.", { Foundation.hypot($0, $1) }, { Foundation.hypot($0, $1) }
    )
    + function2(
      "fmod", "_ x", "_ y", "What is left of a division with a whole quotient.", { Foundation.fmod($0, $1) },
      { Foundation.fmod($0, $1) })

  /// A function of one number, for `Double` and `Float`.
  private static func function(
    _ name: String, _ documentation: String, _ double: @escaping @Sendable (Double) -> Double,
    _ float: @escaping @Sendable (Float) -> Float
  ) -> [Primitive] {
    [
      Primitive(nil, "func \(name)(_ x: Double) -> Double", "Double.\(name)", documentation, body: body(double)),
      Primitive(nil, "func \(name)(_ x: Float) -> Float", "Float.\(name)", documentation, body: body(float)),
    ]
  }

  private static func function2(
    _ name: String, _ first: String, _ second: String, _ documentation: String,
    _ double: @escaping @Sendable (Double, Double) -> Double, _ float: @escaping @Sendable (Float, Float) -> Float
  ) -> [Primitive] {
    [
      Primitive(
        nil, "func \(name)(\(first): Double, \(second): Double) -> Double", "Double.\(name)", documentation
      ) { call in
        call.give(double(call.double(0), call.double(1)))
      },
      Primitive(nil, "func \(name)(\(first): Float, \(second): Float) -> Float", "Float.\(name)", documentation) {
        call in
        call.give(Int(float(Machine.float(call.int(0)), Machine.float(call.int(1))).bitPattern))
      },
    ]
  }

  private static func body(_ double: @escaping @Sendable (Double) -> Double) -> PrimitiveBody {
    { call in call.give(double(call.double(0))) }
  }
  private static func body(_ float: @escaping @Sendable (Float) -> Float) -> PrimitiveBody {
    { call in call.give(Int(float(Machine.float(call.int(0))).bitPattern)) }
  }
}
