import Interpreter

/// What a whole cell is told, in the order of its text.
func cellComplaints(about text: String) -> [Complaint] {
  Session(library: NativeLibrary()).run(SourceText(text, name: "cell")).diagnostics.map(Complaint.init)
}
