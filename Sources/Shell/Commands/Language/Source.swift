import Courseware
import Interpreter

extension Command {
  static let source = Command(
    "source", arguments: "NAME", .language, "how a function is written; NAME?? is the same",
    details: """
      Of your own functions the cell that declares it. Of the engine's the file with its forward pass and its gradients, \
      if the sources are there: each stands in a file of its own, to be read.
      """, examples: [":source conv2d", "conv2d??"], takes: [.name], isQuestion: true
  ) { repl, arguments in repl.source(arguments) }
}

extension Repl {
  fileprivate func source(_ name: String) {
    let word = String(name.split(separator: ".").last ?? "")
    if word.isEmpty { return fail("`:source NAME` takes the name of a function or a type") }
    if let cell = workbook.cells.last(where: { declaredNames(in: $0.text).contains(word) }) {
      return screen.code(cell.text)
    }
    guard let found = EngineSources(lessons: course.directory)?.declaration(of: word) else {
      if session.documentation(for: name).isEmpty {
        let guess = session.suggestion(for: name).map { ", did you mean '\($0)'?" } ?? ""
        return fail("there is no function '\(name)'\(guess)")
      }
      return fail("the source of '\(name)' is not here; `:doc \(name)` tells what it does")
    }
    screen.line(found.file, .heading)
    screen.code(found.text)
  }
}

/// The engine's own files, beside the lessons of a package that was built from its sources.
struct EngineSources {
  let folder: String

  init?(lessons: String) {
    let parent = lessons.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    folder = (parent.isEmpty ? "." : parent) + "/Sources"
    guard (try? fileNames(in: folder + "/Operators")) != nil else { return nil }
  }

  private static let rooms = ["Operators", "Tensors", "Checking", "Interchange"]

  /// The file that declares `name`: whole where it is short, else from the declaration's comment on.
  func declaration(of name: String) -> (file: String, text: String)? {
    for room in Self.rooms {
      for file in files(below: room) {
        guard let text = try? readTextFile("\(folder)/\(file)") else { continue }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let place = lines.firstIndex(where: { declares(name, $0) }) else { continue }
        if lines.count <= 150 { return ("Sources/\(file)", text) }
        let start = lines[..<place].lastIndex { !$0.trimmed.hasPrefix("///") }.map { $0 + 1 } ?? 0
        let indent = lines[place].prefix { $0 == " " }
        let end = lines[place...].firstIndex { $0 == indent + "}" } ?? place
        return ("Sources/\(file), line \(start + 1)", lines[start...end].joined(separator: "\n"))
      }
    }
    return nil
  }

  private func declares(_ name: String, _ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    guard let access = words.first, access == "public" || access == "package",
      let keyword = words.firstIndex(where: { ["func", "struct", "enum", "class", "var"].contains($0) }),
      keyword + 1 < words.count
    else { return false }
    return words[keyword + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" } == name
  }

  private func files(below room: String) -> [String] {
    let names = (try? fileNames(in: "\(folder)/\(room)")) ?? []
    return names.flatMap { name in
      name.hasSuffix(".swift") ? ["\(room)/\(name)"] : name.contains(".") ? [] : files(below: "\(room)/\(name)")
    }
  }
}
