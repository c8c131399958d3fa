internal import SwiftSyntax

/// Turns swift-syntax's tree into ours. One file a family: expressions, operators, strings, statements, patterns, types,
/// declarations; and one for what is refused.
final class Lowering {
  /// How deep the resulting tree may be. All later passes recurse over it.
  static let nestingLimit = 1_000
  static let tooDeepMessage = "this is nested too deeply (limit \(nestingLimit.formattedWithCommas))"

  let source: SourceText
  let length: Int
  var diagnostics: [Diagnostic] = []
  private var depth = 0
  private var hasReportedDepth = false

  /// What operators there are, and how strongly they bind.
  var operators: OperatorTable

  init(source: SourceText, operators: OperatorTable) {
    self.source = source
    self.operators = operators
    length = source.text.utf8.count
  }

  /// The node's text without the blanks and comments around it.
  func range(_ node: some SyntaxProtocol) -> SourceRange {
    range(node.positionAfterSkippingLeadingTrivia, node.endPositionBeforeTrailingTrivia)
  }

  func range(from first: some SyntaxProtocol, to last: some SyntaxProtocol) -> SourceRange {
    range(first.positionAfterSkippingLeadingTrivia, last.endPositionBeforeTrailingTrivia)
  }

  private func range(_ start: AbsolutePosition, _ end: AbsolutePosition) -> SourceRange {
    let start = min(start.utf8Offset, length)
    return SourceRange(source: source, start: start, end: max(start, min(end.utf8Offset, length)))
  }

  func report(_ message: String, at range: SourceRange, notes: [String] = []) {
    diagnostics.append(Diagnostic(.syntax, message, at: range, notes: notes))
  }

  /// Runs `body` unless the tree is already too deep here; `levels` is how many levels the result may add.
  func nested<Result>(
    _ node: some SyntaxProtocol, levels: Int = 1, otherwise: @autoclosure () -> Result, _ body: () -> Result
  ) -> Result {
    depth += levels
    defer { depth -= levels }
    guard depth <= Self.nestingLimit else {
      if !hasReportedDepth { report(Self.tooDeepMessage, at: range(node)) }
      hasReportedDepth = true
      return otherwise()
    }
    return body()
  }

  /// An identifier without its backticks.
  func name(_ token: TokenSyntax) -> String {
    let text = token.text
    if text.count > 2, text.hasPrefix("`"), text.hasSuffix("`") { return String(text.dropFirst().dropLast()) }
    return text
  }

  /// A name that is declared here: a placeholder in its place is reported.
  func declaredName(_ token: TokenSyntax) -> String {
    if token.text.hasPrefix("<#") {
      report("write a name in place of \(token.text)", at: range(token))
    }
    return name(token)
  }
}

extension Int {
  /// `10000` as `10,000`.
  var formattedWithCommas: String {
    var digits = String(magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    return (self < 0 ? "-" : "") + groups.joined(separator: ",")
  }
}
