/// What running one cell gave.
package struct Outcome {
  /// The value of the cell's last statement if that is an expression that is not `Void`.
  package var value: Value?
  /// Whether the cell reads `_` or `_3`, which a compiled program does not have.
  package var readsResults = false
  /// The value itself, for `Session.keep`.
  var kept: OpaqueValue?
  /// The type of `value` in the learner's words.
  package var valueType: String?
  /// `value` as Swift's `debugDescription` (strings quoted); host objects by their `text`.
  package var valueText: String?
  /// Everything the cell printed, with the texts of what it showed.
  package var output: String
  /// What it showed, and where the text of that stands among the UTF-8 of `output`.
  package var displays: [(display: any Display, range: Range<Int>)] = []
  /// Empty on success; the first is the most important.
  package var diagnostics: [Diagnostic]
  package var seconds: Double
  /// The part of `seconds` that parsing and checking took.
  package var checkingSeconds = 0.0

  package var succeeded: Bool { diagnostics.isEmpty }

  package init(
    value: Value? = nil, valueType: String? = nil, valueText: String? = nil, output: String = "",
    diagnostics: [Diagnostic] = [], seconds: Double = 0
  ) {
    self.value = value
    self.valueType = valueType
    self.valueText = valueText
    self.output = output
    self.diagnostics = diagnostics
    self.seconds = seconds
  }
}

/// A global that cells declared or the host defined.
package struct Variable {
  package var name: String
  package var isMutable: Bool
  package var typeName: String
  package var value: Value
  /// The value as `print` shows it.
  package var description: String
}

/// A type that cells declared.
package struct DeclaredType: Equatable {
  package var name: String
  /// The keyword that declares it: `struct`, `enum`, `class`, `protocol`.
  package var kind: String
  package var documentation: String
}

/// A function that cells declared.
package struct FunctionInfo {
  /// With labels: `inputGradient(_:kernel:)`.
  package var name: String
  package var baseName: String
  /// `(Tensor, kernel: Tensor) -> Tensor`.
  package var signature: String
  package var documentation: String
}
