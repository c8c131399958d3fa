import Bindings
import Foundation
import Interpreter
import Testing

/// The language is Swift: the text of every lesson, with the solutions in the place of the exercises, is a program that
/// `swiftc` compiles, and it prints what the notebook prints.
@Suite struct CompiledLessonTests {
  static let lessons: [String] = {
    let folder = CompiledProgram.root.appending(path: "Lessons")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".md") && $0.contains("/") }.sorted()
  }()

  @Test func thereAreLessons() {
    #expect(Self.lessons.count >= 2)
  }

  @Test(arguments: lessons)
  func aLessonCompilesAndPrintsTheSame(lesson: String) throws {
    let file = CompiledProgram.root.appending(path: "Lessons/\(lesson)")
    let blocks = Self.blocks(of: try String(contentsOf: file, encoding: .utf8))
    let steps = blocks.filter { $0.role == "swift" || $0.role.hasPrefix("swift solution ") }
    try #require(!steps.isEmpty)
    // Swift 6 refuses functions that touch top-level variables, as cells of a notebook do.
    let ran = try CompiledProgram.run(
      (["import Convbook"] + steps.map(\.text)).joined(separator: "\n") + "\n", swiftVersion: 5)
    #expect(ran.status == 0)
    #expect(ran.output == Self.inNotebook(steps.map(\.text), name: lesson))
  }

  /// What the steps print as cells of one session.
  private static func inNotebook(_ cells: [String], name: String) -> String {
    let session = Session(library: engineLibrary())
    return cells.map { cell in
      let outcome = session.run(SourceText(cell, name: name))
      for diagnostic in outcome.diagnostics { Issue.record("\(diagnostic.rendered())") }
      return outcome.output
    }.joined()
  }

  /// The fenced blocks of a lesson, with their info strings.
  private static func blocks(of markdown: String) -> [(role: String, text: String)] {
    var blocks: [(role: String, text: String)] = []
    var current: (role: String, lines: [Substring])?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if let block = current {
        if line.hasPrefix("```") {
          blocks.append((block.role, block.lines.joined(separator: "\n")))
          current = nil
        } else {
          current?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        current = (String(line.dropFirst(3)), [])
      }
    }
    return blocks
  }
}
