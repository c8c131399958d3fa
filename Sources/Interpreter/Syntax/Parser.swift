internal import SwiftParser
internal import SwiftSyntax

/// Reads program text into the untyped tree.
///
/// Never fails: what could not be read is `.invalid` in the tree and has a message. A program with messages is not
/// meant to run, but its tree still serves completion.
func parse(_ source: SourceText) -> ParsedSource {
  let file = Parser.parse(source: source.text)
  var diagnostics: [Diagnostic] = []
  guard !isTooDeep(Syntax(file)) else {
    let range = SourceRange(source: source, start: 0, end: 0)
    return ParsedSource(
      source: source, statements: [], diagnostics: [Diagnostic(.syntax, Lowering.tooDeepMessage, at: range)])
  }
  if file.hasError || file.hasWarning { diagnostics = syntaxErrors(in: file, source: source) }
  let lowering = Lowering(source: source)
  let statements = lowering.statements(file.statements)
  // What is refused may itself be the reason of a later complaint; the first of both counts.
  let refused = lowering.diagnostics.sorted { ($0.range?.start ?? 0) < ($1.range?.start ?? 0) }
  if diagnostics.isEmpty { diagnostics = refused }
  return ParsedSource(source: source, statements: statements, diagnostics: diagnostics)
}

/// Whether a visitor that recurses over the tree would need more stack than can be counted on.
///
/// The parser itself limits nested brackets, but not chains such as `a.b.c.d` and `try try try`.
func isTooDeep(_ root: Syntax) -> Bool {
  let limit = 8 * Lowering.nestingLimit
  var pending: [(node: Syntax, depth: Int)] = [(root, 0)]
  while let (node, depth) = pending.popLast() {
    if depth > limit { return true }
    for child in node.children(viewMode: .all) where !child.is(TokenSyntax.self) {
      pending.append((child, depth + 1))
    }
  }
  return false
}
