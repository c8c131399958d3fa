import Interpreter

/// What a test sees of a message: the sentence, the text it points at, and its notes.
struct Complaint: Equatable, CustomStringConvertible {
  var message: String
  var place: String
  var notes: [String] = []

  init(_ message: String, at place: String, notes: [String] = []) {
    self.message = message
    self.place = place
    self.notes = notes
  }

  init(_ diagnostic: Diagnostic) {
    self.init(diagnostic.message, at: diagnostic.range.map { String($0.text) } ?? "", notes: diagnostic.notes)
  }

  var description: String { "\(message) [\(place)] \(notes)" }
}

func complaints(about text: String) -> [Complaint] {
  syntaxDiagnostics(of: SourceText(text, name: "cell")).map(Complaint.init)
}

func tree(_ text: String) -> String { treeDescription(of: SourceText(text, name: "cell")) }
