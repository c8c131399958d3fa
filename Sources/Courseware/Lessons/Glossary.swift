import Interpreter

/// The terms of the course, from `glossary.md` beside the lessons:
///
/// ```
/// ## feature map
///
/// Also: activation map, channel
///
/// What one filter gives: one number for each place of the window. See [channels-and-filters](04-convolution/02-....md).
/// ```
package struct Glossary: Sendable {
  package struct Entry: Sendable, Equatable {
    package let term: String
    /// Other words for it.
    package let synonyms: [String]
    /// Markdown.
    package let definition: String
    package let line: Int
  }

  package let entries: [Entry]
  /// What messages call the file.
  let path: String

  package init(_ text: String = "", path: String = "glossary.md") {
    self.path = path
    var entries: [Entry] = []
    var term: (text: String, line: Int)?
    var synonyms: [String] = []
    var body: [String] = []
    func finish() {
      guard let term else { return }
      let definition = trimmed(body.joined(separator: "\n"))
      entries.append(Entry(term: term.text, synonyms: synonyms, definition: definition, line: term.line))
    }
    for (index, line) in text.lines.enumerated() {
      if line.hasPrefix("## ") {
        finish()
        term = (trimmed(line.dropFirst(3)), index + 1)
        synonyms = []
        body = []
      } else if line.hasPrefix("Also: "), body.allSatisfy({ trimmed($0).isEmpty }) {
        synonyms = line.dropFirst("Also: ".count).split(separator: ",").map { trimmed($0) }
      } else {
        body.append(String(line))
      }
    }
    finish()
    self.entries = entries
  }

  /// The entry for a term or another word for it, in singular or plural, with hyphens or spaces.
  package func entry(_ term: String) -> Entry? {
    let wanted = Self.key(term)
    return wanted.isEmpty
      ? nil : entries.first { ([$0.term] + $0.synonyms).contains { Self.key($0) == wanted } }
  }

  /// All words that `entry` knows, for completion and suggestions.
  package var terms: [String] { entries.flatMap { [$0.term] + $0.synonyms } }

  private static func key(_ term: String) -> String {
    let word = trimmed(term).lowercased().filter { $0 != "-" && !$0.isWhitespace }
    return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }

  /// What is wrong with the file; links are looked at like those of lessons.
  func problems(in directory: String) -> [LessonProblem] {
    var problems: [LessonProblem] = []
    var seen: [String: Entry] = [:]
    func report(_ entry: Entry, _ sentence: String) {
      problems.append(LessonProblem(path: path, line: entry.line, sentence))
    }
    for (index, entry) in entries.enumerated() {
      if entry.definition.isEmpty { report(entry, "the term '\(entry.term)' has no definition") }
      for word in [entry.term] + entry.synonyms {
        if let other = seen[Self.key(word)], other != entry {
          report(entry, "'\(word)' is explained in line \(other.line) already, under '\(other.term)'")
        }
        seen[Self.key(word)] = entry
      }
      if index > 0, entry.term.lowercased() < entries[index - 1].term.lowercased() {
        report(entry, "'\(entry.term)' stands before '\(entries[index - 1].term)' in the alphabet")
      }
      problems += deadLinks(in: entry.definition, line: entry.line, path: path, folder: directory)
    }
    return problems
  }
}

extension Course {
  /// The terms of the course; empty where it has no `glossary.md`.
  package var glossary: Glossary { Glossary((try? readTextFile(directory + "/glossary.md")) ?? "") }
}
