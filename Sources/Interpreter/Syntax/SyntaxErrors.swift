internal import SwiftParserDiagnostics
internal import SwiftSyntax

/// The parser's own messages, the first one or two: later ones are mostly consequences.
func syntaxErrors(in file: SourceFileSyntax, source: SourceText) -> [Diagnostic] {
  let length = source.text.utf8.count
  var result: [Diagnostic] = []
  var lines: Set<Int> = []
  for found in ParseDiagnosticsGenerator.diagnostics(for: file) {
    if found.message.hasPrefix("editor placeholder") || found.diagMessage.severity != .error { continue }
    let start = min(found.position.utf8Offset, length)
    var end = start
    for node in found.highlights.isEmpty ? [found.node] : found.highlights
    where node.positionAfterSkippingLeadingTrivia.utf8Offset == start {
      end = max(end, min(node.endPositionBeforeTrailingTrivia.utf8Offset, length))
    }
    let line = source.position(of: start).line
    guard lines.insert(line).inserted else { continue }
    result.append(
      Diagnostic(
        .syntax, found.message, at: SourceRange(source: source, start: start, end: end),
        notes: found.notes.map(\.message)))
    if result.count == 2 { break }
  }
  return result
}
