/// One message about a program: what is wrong, where, and what may help.
package struct Diagnostic: Error, Sendable {
  /// Which rule was broken; the shell and the command line choose exit codes by it.
  package enum Kind: Sendable {
    /// The text is not in the language, or its types do not fit. Nothing ran.
    case syntax, type
    /// The program stopped at this place: overflow, bad index, a failed precondition of the engine, ...
    case fault
    /// A budget (time, steps, output, memory, depth) ran out.
    case budget
    /// Ctrl-C.
    case interrupted
  }

  package var kind: Kind
  package var message: String
  package var range: SourceRange?
  /// "did you mean ...", "labels are part of a function's name", and the like; each one sentence.
  package var notes: [String]

  package init(_ kind: Kind, _ message: String, at range: SourceRange?, notes: [String] = []) {
    self.kind = kind
    self.message = message
    self.range = range
    self.notes = notes
  }
}
