internal import SwiftSyntax

/// Reads program text into the untyped tree.
///
/// Never fails: what could not be read is `.invalid` in the tree and has a message. A program with messages is not
/// meant to run, but its tree still serves completion.
/// `operators` are those that earlier text declared.
func parse(_ source: SourceText, operators: OperatorTable = .standard) -> ParsedSource {
  let file: SourceFileSyntax
  do {
    file = try readTree(source.text)
  } catch {
    let range = SourceRange(source: source, start: error.offset, end: error.offset)
    return ParsedSource(
      source: source, statements: [], diagnostics: [Diagnostic(.syntax, error.message, at: range)],
      operators: operators)
  }
  var diagnostics: [Diagnostic] = []
  if file.hasError || file.hasWarning { diagnostics = syntaxErrors(in: file, source: source) }
  let lowering = Lowering(source: source, operators: operators)
  lowering.declareOperators(file.statements)
  let statements = lowering.statements(file.statements)
  if diagnostics.isEmpty {
    diagnostics = lowering.diagnostics.sorted { ($0.range?.start ?? 0) < ($1.range?.start ?? 0) }
  }
  return ParsedSource(source: source, statements: statements, diagnostics: diagnostics, operators: lowering.operators)
}
