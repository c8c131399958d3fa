import Foundation

extension StandardLibrary {
  static var mathematics: [Native] {
    [
      function("sqrt", "The square root.", { $0.squareRoot() }, { $0.squareRoot() }),
      function("exp", "e to the power of x.", { Foundation.exp($0) }, { Foundation.exp($0) }),
      function("log", "The natural logarithm.", { Foundation.log($0) }, { Foundation.log($0) }),
      function("log2", "The logarithm to base 2.", { Foundation.log2($0) }, { Foundation.log2($0) }),
      function("log10", "The logarithm to base 10.", { Foundation.log10($0) }, { Foundation.log10($0) }),
      function("sin", "The sine of x in radians.", { Foundation.sin($0) }, { Foundation.sin($0) }),
      function("cos", "The cosine of x in radians.", { Foundation.cos($0) }, { Foundation.cos($0) }),
      function("tan", "The tangent of x in radians.", { Foundation.tan($0) }, { Foundation.tan($0) }),
      function("tanh", "The hyperbolic tangent.", { Foundation.tanh($0) }, { Foundation.tanh($0) }),
      function("atan", "The inverse of the tangent.", { Foundation.atan($0) }, { Foundation.atan($0) }),
      function("floor", "The largest whole number that is not above x.", { $0.rounded(.down) }, { $0.rounded(.down) }),
      function("ceil", "The smallest whole number that is not below x.", { $0.rounded(.up) }, { $0.rounded(.up) }),
      function("round", "The nearest whole number; halves away from zero.", { $0.rounded() }, { $0.rounded() }),
    ].flatMap { $0 } + [
      Native(
        "func pow(_ base: Double, _ exponent: Double) -> Double", documentation: "`base` to the power of `exponent`."
      ) { arguments, _ in
        .double(Foundation.pow(try arguments[0].asDouble(), try arguments[1].asDouble()))
      },
      Native("func pow(_ base: Float, _ exponent: Float) -> Float", documentation: "`base` to the power of `exponent`.")
      { arguments, _ in
        .float(Foundation.pow(try arguments[0].asFloat(), try arguments[1].asFloat()))
      },
      Native(
        "func atan2(_ y: Double, _ x: Double) -> Double", documentation: "The angle of the point (x, y) in radians."
      ) { arguments, _ in
        .double(Foundation.atan2(try arguments[0].asDouble(), try arguments[1].asDouble()))
      },
      Native(
        owner: "Double", "func rounded() -> Double", documentation: "The nearest whole number; halves away from zero."
      ) { arguments, _ in
        .double(try arguments[0].asDouble().rounded())
      },
      Native(owner: "Double", "func squareRoot() -> Double", documentation: "The square root.") { arguments, _ in
        .double(try arguments[0].asDouble().squareRoot())
      },
      Native(
        owner: "Int", "func isMultiple(of other: Int) -> Bool",
        documentation: "Whether the division by `other` leaves nothing."
      ) { arguments, _ in
        .bool(try arguments[0].asInt().isMultiple(of: try arguments[1].asInt()))
      },
    ]
  }

  /// A function of one number, for `Double` and `Float`.
  private static func function(
    _ name: String, _ documentation: String, _ double: @escaping @Sendable (Double) -> Double,
    _ float: @escaping @Sendable (Float) -> Float
  ) -> [Native] {
    [
      Native("func \(name)(_ x: Double) -> Double", documentation: documentation) { arguments, _ in
        .double(double(try arguments[0].asDouble()))
      },
      Native("func \(name)(_ x: Float) -> Float", documentation: documentation) { arguments, _ in
        .float(float(try arguments[0].asFloat()))
      },
    ]
  }
}
