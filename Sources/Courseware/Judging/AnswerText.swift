import Interpreter

/// What can be said about an answer before it runs.
struct AnswerText {
  let source: SourceText

  /// The places that are still to be filled, `<#your loops#>`, with the line of each.
  var placeholders: [(text: String, range: SourceRange)] {
    var found: [(text: String, range: SourceRange)] = []
    var start = source.text.startIndex
    while let open = firstIndex(of: "<#", from: start), let close = firstIndex(of: "#>", from: open) {
      let end = source.text.index(close, offsetBy: 2)
      let utf8 = source.text.utf8
      let range = SourceRange(
        source: source, start: utf8.distance(from: utf8.startIndex, to: open),
        end: utf8.distance(from: utf8.startIndex, to: end))
      found.append((String(source.text[open..<end]), range))
      start = end
    }
    return found
  }

  /// True where there is nothing but white space and comments.
  var isEmpty: Bool {
    source.text.split(separator: "\n").allSatisfy { line in
      let text = trimmed(line)
      return text.isEmpty || text.hasPrefix("//")
    }
  }

  private func firstIndex(of mark: String, from start: String.Index) -> String.Index? {
    var index = start
    while index < source.text.endIndex {
      if source.text[index...].hasPrefix(mark) { return index }
      index = source.text.index(after: index)
    }
    return nil
  }
}

/// What the solution declares and the learner has to: names out of the starter, with the signatures of the solution.
struct ExpectedDeclarations {
  let functions: [FunctionInfo]
  /// Names of the starter that are no functions: variables and types.
  let others: [String]

  init(starter: String, solution: Session) {
    let names = declaredNames(in: starter)
    functions = solution.functions.filter { names.contains($0.baseName) }
    others = names.subtracting(functions.map(\.baseName)).sorted()
  }

  /// A sentence for each name that `answer` does not declare.
  func missing(in session: Session, text: String, base: Session) -> [String] {
    let written = declaredNames(in: text)
    let old = Set(base.functions.map(\.baseName) + base.variables.map(\.name))
    let new = Set(session.functions.map(\.baseName) + session.variables.map(\.name)).subtracting(old)
    let present = written.union(new)
    let names = functions.map(\.baseName).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let strange = present.subtracting(names).sorted()
    func suggestion(_ name: String) -> String {
      closest(to: name, among: strange).map { " Did you mean '\($0)' to be it?" } ?? ""
    }
    return names.filter { !present.contains($0) }.map { "There is no function '\($0)' in the answer.\(suggestion($0))" }
      + others.filter { !present.contains($0) }.map { "There is no '\($0)' in the answer.\(suggestion($0))" }
  }

  /// A sentence for each function that has the right name, but other labels or types than the check calls it with.
  func mismatches(in session: Session) -> [String] {
    functions.compactMap { expected in
      let candidates = session.functions.filter { $0.baseName == expected.baseName }
      guard let got = candidates.last, !candidates.contains(where: { fits($0, expected) }) else { return nil }
      if got.name != expected.name {
        return "The function is called \(got.name) here; the check calls \(expected.name)."
      }
      return "\(got.name) is \(got.signature) here; the check needs \(expected.signature)."
    }
  }

  private func fits(_ got: FunctionInfo, _ expected: FunctionInfo) -> Bool {
    got.name == expected.name && got.signature == expected.signature
  }
}
