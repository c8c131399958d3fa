import Interpreter

/// The lines between `---` and `---` at the top of a lesson: who it is, what it needs, what it teaches.
struct FrontMatter {
  var id: String?
  var title: String?
  var minutes: Int?
  var requires: [String] = []
  var sources: [String] = []
  var objectives: [String] = []
  /// How many lines of the file it takes, with both `---`.
  var lineCount = 0
}

/// Reads the part of YAML that lessons use, strictly: one `key: value` a line, lists as `[a, b]` or as `- ` lines.
///
/// What is read here means the same in every YAML reader; what other readers may see differently is refused.
struct FrontMatterReader {
  private static let keys = ["id", "title", "minutes", "requires", "sources", "objectives"]

  let path: String
  private let lines: [Substring]
  private(set) var problems: [LessonProblem] = []
  private var result = FrontMatter()
  private var values: [String: (list: [String]?, scalar: String?, line: Int)] = [:]
  private var openList: String?

  /// - Parameter lines: Those of the whole file.
  init(lines: [Substring], path: String) {
    self.path = path
    self.lines = lines
  }

  mutating func read() -> FrontMatter {
    guard lines.first.map(trimmedAtEnd) == "---" else {
      report("the lesson has no front matter: its first line is '---'", at: 1)
      return result
    }
    guard let end = lines.dropFirst().firstIndex(where: { trimmedAtEnd($0) == "---" }) else {
      report("the front matter that starts here is not closed by a line '---'", at: 1)
      result.lineCount = lines.count
      return result
    }
    result.lineCount = end + 1
    for index in 1..<end { readLine(lines[index], at: index + 1) }
    interpret()
    return result
  }

  private mutating func readLine(_ line: Substring, at number: Int) {
    let text = trimmed(line)
    if text.isEmpty || text.hasPrefix("#") { return }
    if line.contains("\t") { return report("the front matter is indented by a tab: YAML wants spaces", at: number) }
    if text == "-" || text.hasPrefix("- ") {
      guard let openList else { return report("'\(text)' belongs to no key of the front matter", at: number) }
      let item = scalar(text.dropFirst(), at: number) ?? ""
      values[openList]?.list?.append(item)
      return
    }
    guard !line.hasPrefix(" "), let colon = text.firstIndex(of: ":") else {
      return report("cannot read '\(text)' in the front matter: a line is 'key: value'", at: number)
    }
    readEntry(key: String(text[..<colon]), value: text[text.index(after: colon)...], at: number)
  }

  private mutating func readEntry(key: String, value: Substring, at number: Int) {
    openList = nil
    guard Self.keys.contains(key) else {
      let suggestion = closest(to: key, among: Self.keys).map { ", did you mean '\($0)'?" } ?? ""
      return report("unknown key '\(key)' in the front matter\(suggestion)", at: number)
    }
    if let first = values[key] {
      return report("key '\(key)' stands twice in the front matter, first in line \(first.line)", at: number)
    }
    if !value.isEmpty, !value.hasPrefix(" ") {
      return report("a space is missing after '\(key):'", at: number)
    }
    let text = trimmed(value)
    if text.isEmpty {
      values[key] = (list: [], scalar: nil, line: number)
      openList = key
    } else if text.hasPrefix("[") {
      values[key] = (list: inlineList(text, at: number) ?? [], scalar: nil, line: number)
    } else {
      values[key] = (list: nil, scalar: scalar(text, at: number) ?? "", line: number)
    }
  }

  /// `[a, "b, c"]`
  private mutating func inlineList(_ text: String, at number: Int) -> [String]? {
    guard text.hasSuffix("]"), text.count >= 2 else {
      report("the list that starts with '[' is not closed by ']' in the same line", at: number)
      return nil
    }
    var items: [String] = []
    var item = ""
    var quote: Character?
    for character in text.dropFirst().dropLast() {
      if quote == nil, character == "," {
        items.append(item)
        item = ""
        continue
      }
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'", trimmed(item).isEmpty {
        quote = character
      }
      item.append(character)
    }
    if !trimmed(item).isEmpty || !items.isEmpty { items.append(item) }
    return items.compactMap { scalar($0, at: number) }
  }

  /// A plain or quoted value; anything that YAML would read as something else is refused.
  private mutating func scalar(_ text: some StringProtocol, at number: Int) -> String? {
    let text = trimmed(text)
    guard let first = text.first else {
      report("a value is missing", at: number)
      return nil
    }
    if first == "\"" || first == "'" {
      let inner = text.dropFirst().dropLast()
      guard text.count >= 2, text.last == first, !inner.contains(first), first == "'" || !inner.contains("\\") else {
        report(
          "cannot read \(text): a quoted value ends with its own quotation mark and holds no other of its kind",
          at: number)
        return nil
      }
      return String(inner)
    }
    if "[]{}&*!|>%@`,?#".contains(first) || text.contains(": ") || text.hasSuffix(":") || text.contains(" #") {
      report("'\(text)' means something else in YAML: put it into quotation marks", at: number)
      return nil
    }
    return text
  }

  private mutating func interpret() {
    result.id = string("id")
    if let id = result.id, !isName(id) {
      report("id '\(id)' is not made of small letters, digits and '-'", at: line("id"))
    }
    result.title = string("title")
    if let text = string("minutes") {
      result.minutes = Int(text).flatMap { $0 > 0 ? $0 : nil }
      if result.minutes == nil { report("'minutes' is '\(text)', not a whole number above 0", at: line("minutes")) }
    }
    result.requires = list("requires", mayBeEmpty: true)
    result.sources = list("sources")
    result.objectives = list("objectives")
  }

  private mutating func string(_ key: String) -> String? {
    guard let value = values[key] else {
      report("the front matter has no '\(key)'", at: 1)
      return nil
    }
    guard let scalar = value.scalar else {
      report("'\(key)' needs one value, not a list", at: value.line)
      return nil
    }
    return scalar.isEmpty ? nil : scalar
  }

  private mutating func list(_ key: String, mayBeEmpty: Bool = false) -> [String] {
    guard let value = values[key] else {
      report("the front matter has no '\(key)'", at: 1)
      return []
    }
    guard let list = value.list else {
      report("'\(key)' needs a list: '[a, b]', or lines that start with '- '", at: value.line)
      return []
    }
    if list.isEmpty, !mayBeEmpty { report("the list '\(key)' is empty", at: value.line) }
    return list
  }

  private func line(_ key: String) -> Int { values[key]?.line ?? 1 }

  private mutating func report(_ sentence: String, at line: Int) {
    problems.append(LessonProblem(path: path, line: line, sentence))
  }
}
