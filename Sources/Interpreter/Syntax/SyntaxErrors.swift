internal import SwiftDiagnostics
internal import SwiftParserDiagnostics
internal import SwiftSyntax

/// What the parser complains about: the first one or two only, as later ones are mostly consequences, and a hint in
/// place of the first where the text looks like another language.
func syntaxErrors(in file: SourceFileSyntax, source: SourceText) -> [Diagnostic] {
  let reader = SyntaxErrorReader(file: file, source: source)
  var result: [Diagnostic] = []
  var lines: Set<Int> = []
  for found in ParseDiagnosticsGenerator.diagnostics(for: file) {
    guard found.diagMessage.severity == .error else { continue }
    // The tree has a place for them, or the lowering reports them.
    if found.message.hasPrefix("editor placeholder") { continue }
    if result.isEmpty, let hint = reader.hint(for: found) { return [hint] }
    let diagnostic = reader.translated(found)
    let line = source.position(of: diagnostic.range?.start ?? 0).line
    if lines.insert(line).inserted { result.append(diagnostic) }
    if result.count == 2 { break }
  }
  return result
}

private struct SyntaxErrorReader {
  let file: SourceFileSyntax
  let source: SourceText
  let length: Int

  init(file: SourceFileSyntax, source: SourceText) {
    self.file = file
    self.source = source
    length = source.text.utf8.count
  }

  func hint(for found: SwiftDiagnostics.Diagnostic) -> Diagnostic? {
    guard let line = ErrorLine(of: file, at: found.position.utf8Offset, message: found.message) else { return nil }
    for rule in SyntaxHint.rules {
      guard let hint = rule(line) else { continue }
      return Diagnostic(
        .syntax, hint.message, at: hint.token.map { range($0) } ?? range(of: found), notes: hint.notes)
    }
    return nil
  }

  func translated(_ found: SwiftDiagnostics.Diagnostic) -> Diagnostic {
    let range = range(of: found)
    let line = source.position(of: range.start).line
    // The opening bracket is worth a word where it is not on the line that is shown.
    let notes: [String] = found.notes.compactMap { note in
      let place = source.position(of: min(note.position.utf8Offset, length)).line
      guard place != line else { return nil }
      guard note.message.hasPrefix("to match this opening") else { return note.message }
      return "\(note.message.dropFirst("to match this opening ".count)) is opened in line \(place)"
    }
    return Diagnostic(.syntax, plain(found.message), at: range, notes: notes)
  }

  /// The parser's words where a learner would not know them.
  private func plain(_ message: String) -> String {
    switch message {
    case "Single-quoted string literal found, use '\"'": return "text stands in double quotes"
    case "unicode curly quote found; use '\"' instead": return "text stands in straight quotes, \""
    case "expected expression in variable": return "expected a value after '='"
    case "expected pattern in variable": return "expected a name"
    case "expected expression after operator": return "expected a value after the operator"
    case "expected name in member access": return "expected a name after '.'"
    case "unexpected brace in source file": return "this '}' closes nothing"
    default: break
    }
    for suffix in [" in source file", " in variable"] where message.hasSuffix(suffix) {
      return String(message.dropLast(suffix.count))
    }
    return message
  }

  private func range(_ token: TokenSyntax) -> SourceRange {
    let start = min(token.positionAfterSkippingLeadingTrivia.utf8Offset, length)
    let end = min(token.endPositionBeforeTrailingTrivia.utf8Offset, length)
    return SourceRange(source: source, start: start, end: max(start, end))
  }

  private func range(of found: SwiftDiagnostics.Diagnostic) -> SourceRange {
    let start = min(found.position.utf8Offset, length)
    var end = start
    for node in found.highlights.isEmpty ? [found.node] : found.highlights
    where node.positionAfterSkippingLeadingTrivia.utf8Offset == start {
      end = max(end, min(node.endPositionBeforeTrailingTrivia.utf8Offset, length))
    }
    return SourceRange(source: source, start: start, end: end)
  }
}
