import Interpreter

/// What a fenced block is for, read from what stands after its opening fence.
enum FenceRole: Equatable {
  case step
  case output
  case setup(String)
  case exercise(String)
  case check(String)
  case solution(String)
  case wrong(String, sentence: String)
  case hint(String)
  case quiz(String)
  /// Another language, or none: part of the prose.
  case prose
}

struct FenceRoleError: Error, Equatable {
  let sentence: String
  init(_ sentence: String) { self.sentence = sentence }
}

private let swiftRoles = ["setup", "exercise", "check", "solution", "wrong"]
private let languages = ["swift", "output", "hint", "quiz"]

/// Reads `swift check input-gradient`, `hint input-gradient`, ...
///
/// - Throws: What the author has to change.
func fenceRole(_ info: String) throws(FenceRoleError) -> FenceRole {
  let words = info.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true).map(String.init)
  guard let language = words.first else { return .prose }
  switch language {
  case "output":
    if words.count > 1 { throw FenceRoleError("nothing stands after 'output'") }
    return .output
  case "hint": return .hint(try soleName(words.dropFirst(), after: "hint"))
  case "quiz": return .quiz(try soleName(words.dropFirst(), after: "quiz"))
  case "swift": return words.count == 1 ? .step : try swiftRole(words)
  default:
    if let meant = closest(to: language, among: languages), !words.dropFirst().isEmpty || language.count > 4 {
      throw FenceRoleError("unknown block '\(language)', did you mean '\(meant)'?")
    }
    return .prose
  }
}

private func swiftRole(_ words: [String]) throws(FenceRoleError) -> FenceRole {
  let role = words[1]
  switch role {
  case "setup": return .setup(try soleName(words.dropFirst(2), after: "swift setup"))
  case "exercise": return .exercise(try soleName(words.dropFirst(2), after: "swift exercise"))
  case "check": return .check(try soleName(words.dropFirst(2), after: "swift check"))
  case "solution": return .solution(try soleName(words.dropFirst(2), after: "swift solution"))
  case "wrong": return try wrongRole(words.dropFirst(2).first ?? "")
  default:
    let suggestion =
      closest(to: role, among: swiftRoles).map { ", did you mean '\($0)'?" } ?? ": the roles are \(list(swiftRoles))"
    throw FenceRoleError("unknown role '\(role)' after 'swift'\(suggestion)")
  }
}

/// `NAME "one sentence"`
private func wrongRole(_ text: String) throws(FenceRoleError) -> FenceRole {
  let name = String(text.prefix { !$0.isWhitespace })
  try checkName(name, after: "swift wrong")
  let rest = trimmed(text.dropFirst(name.count))
  guard !rest.isEmpty else {
    throw FenceRoleError("the wrong answer to '\(name)' has no sentence: swift wrong \(name) \"one sentence\"")
  }
  guard rest.count > 2, rest.hasPrefix("\""), rest.hasSuffix("\""), !trimmed(rest.dropFirst().dropLast()).isEmpty else {
    throw FenceRoleError("the sentence of the wrong answer to '\(name)' stands in quotation marks: \"one sentence\"")
  }
  return .wrong(name, sentence: trimmed(rest.dropFirst().dropLast()))
}

private func soleName(_ words: ArraySlice<String>, after role: String) throws(FenceRoleError) -> String {
  let parts = words.flatMap { $0.split(separator: " ") }.map(String.init)
  try checkName(parts.first ?? "", after: role)
  if parts.count > 1 { throw FenceRoleError("only a name stands after '\(role)', not '\(parts[1])'") }
  return parts[0]
}

private func checkName(_ name: String, after role: String) throws(FenceRoleError) {
  if name.isEmpty { throw FenceRoleError("a name is missing after '\(role)'") }
  if !isName(name) { throw FenceRoleError("the name '\(name)' is not made of small letters, digits and '-'") }
}

private func list(_ words: [String]) -> String {
  words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
}
