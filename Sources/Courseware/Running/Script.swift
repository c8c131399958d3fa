import Interpreter

/// Runs a `.swift` file from its first line to its last, as one program.
///
/// - Parameter onText: Receives printed text as it is printed.
package func runScript(
  _ path: String, library: NativeLibrary, limits: Limits = Limits(), interrupt: InterruptFlag = InterruptFlag(),
  onText: ((String) -> Void)? = nil
) throws(FileProblem) -> Outcome {
  let text = try readTextFile(path)
  let session = Session(library: library, limits: limits, interrupt: interrupt)
  session.onOutput = onText
  return session.run(SourceText(withoutEngineImport(text), name: path))
}

/// With an empty line in place of `import Convbook`: the compiler needs it, and the session has it already.
func withoutEngineImport(_ text: String) -> String {
  guard text.contains("import Convbook") else { return text }
  let lines = text.lines
  return lines.map { trimmed($0) == "import Convbook" ? "" : $0 }.joined(separator: "\n")
}
