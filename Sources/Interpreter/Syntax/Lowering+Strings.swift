internal import SwiftSyntax

extension Lowering {
  /// Text with its escapes resolved, and the interpolations between.
  func stringSegments(_ node: StringLiteralExprSyntax) -> [StringSegment] {
    let pounds = node.openingPounds?.text.count ?? 0
    var result: [StringSegment] = []
    var text = ""
    for segment in node.segments {
      switch segment {
      case .stringSegment(let segment):
        // The parser has taken a multi-line string's indentation and skipped line ends for blanks around the content.
        text += unescaped(segment.content, pounds: pounds)
      case .expressionSegment(let segment):
        if !text.isEmpty { result.append(.text(text)) }
        text = ""
        result.append(.interpolation(interpolation(segment)))
      }
    }
    if !text.isEmpty || result.isEmpty { result.append(.text(text)) }
    return result
  }

  private func interpolation(_ segment: ExpressionSegmentSyntax) -> Expression {
    guard segment.expressions.count == 1, let only = segment.expressions.first, only.label == nil else {
      report("an interpolation \\( ) holds one value, without a label", at: range(segment))
      return invalid(segment)
    }
    return expression(only.expression)
  }

  private func unescaped(_ token: TokenSyntax, pounds: Int) -> String {
    let scalars = Array(token.text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == "\r" {
        // Line ends inside a string are `\n`, however the file writes them.
        if position < scalars.count, scalars[position] == "\n" { position += 1 }
        result.append("\n")
        continue
      }
      let isEscape = scalar == "\\" && scalars[position...].prefix(pounds).count { $0 == "#" } == pounds
      guard isEscape, position + pounds < scalars.count else {
        result.append(scalar)
        continue
      }
      position += pounds + 1
      switch scalars[position - 1] {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "r": result.append("\r")
      case "0": result.append("\0")
      case "\\": result.append("\\")
      case "\"": result.append("\"")
      case "'": result.append("'")
      case "u": appendNumbered(scalars, &position, to: &result)
      default: break  // the parser has reported it
      }
    }
    return String(result)
  }

  /// `{1F600}` of `\u{1F600}`. The parser has reported what is not of that form.
  private func appendNumbered(
    _ scalars: [Unicode.Scalar], _ position: inout Int, to result: inout String.UnicodeScalarView
  ) {
    guard position < scalars.count, scalars[position] == "{",
      let end = scalars[position...].firstIndex(of: "}")
    else { return }
    let digits = String(String.UnicodeScalarView(scalars[(position + 1)..<end]))
    position = end + 1
    if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) { result.append(scalar) }
  }
}
