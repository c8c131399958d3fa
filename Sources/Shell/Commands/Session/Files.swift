import Bindings
import Courseware
import Interpreter
import Tensors

extension Command {
  static let run = Command(
    "run", arguments: "FILE", .session, "run a file of Swift here",
    details: "A line `import Convbook` in it is left out.",
    examples: [":run loops.swift"], takes: [.file]
  ) { repl, arguments in repl.runFile(arguments) }

  static let load = Command(
    "load", arguments: "FILE NAME", .session, "read a tensor from a file of NumPy's",
    details: "It is a cell like any other: `let NAME = Tensor.load(\"FILE\")`. A `.swift` file is run, as by `:run`.",
    examples: [":load images.npy x"], takes: [.file, .variable]
  ) { repl, arguments in repl.load(arguments) }

  static let save = Command(
    "save", arguments: "NAME FILE", .session, "write a tensor to a file, or all of your cells: `:save FILE.swift`",
    details: """
      A tensor becomes an `.npy` file, which `numpy.load` reads. Cells become a Swift program: it begins with \
      `import Convbook`, and swiftc compiles it where no name is declared twice.
      """, examples: [":save x images.npy", ":save cells.swift"], takes: [.variable, .file]
  ) { repl, arguments in repl.save(arguments) }
}

extension Repl {
  fileprivate func runFile(_ path: String) {
    if path.isEmpty { return fail("`:run FILE` takes the name of a file") }
    do {
      runCell(try readAnswer(expandingHome(path)).text, name: path)
    } catch {
      fail(error.description)
    }
  }

  fileprivate func load(_ arguments: String) {
    let words = arguments.split(separator: " ").map(String.init)
    if words.count == 1, arguments.hasSuffix(".swift") { return runFile(arguments) }
    guard words.count == 2, isIdentifier(words[1]) else {
      return fail("`:load FILE NAME` takes a file and a name for the tensor, such as `:load images.npy x`")
    }
    show(cell: "let \(words[1]) = Tensor.load(\(quoted(words[0])))")
  }

  fileprivate func save(_ arguments: String) {
    let words = arguments.split(separator: " ").map(String.init)
    if words.count == 1, arguments.hasSuffix(".swift") { return saveCells(to: arguments) }
    guard words.count == 2, isIdentifier(words[0]) else {
      return fail("`:save NAME FILE` takes a tensor and a file, such as `:save x images.npy`, or `:save cells.swift`")
    }
    show(cell: "\(words[0]).save(to: \(quoted(words[1])))")
  }

  /// Runs a line of Swift for the learner, who sees it.
  private func show(cell: String) {
    for line in MarkdownRenderer.code(cell, isSwift: true) { screen.line(line) }
    runCell(cell)
  }

  private func saveCells(to path: String) {
    let count = workbook.cells.count
    if count == 0 { return fail("no cell has run yet") }
    do {
      try writeAtomically(workbook.program, to: expandingHome(path))
      screen.say("\(count) \(count == 1 ? "cell is" : "cells are") in \(path).", .dim)
      let comments = workbook.cells.filter(\.readsResults).count
      if comments > 0 {
        screen.say(
          "\(counted(comments, "cell")) with `_` or `_3` in it \(comments == 1 ? "is a comment" : "are comments") there.",
          .dim)
      }
      let names = workbook.namesDeclaredAgain.sorted().map { "`\($0)`" }.joined(separator: ", ")
      if !names.isEmpty { screen.say("A compiler wants each name once; declared again: \(names).", .dim) }
    } catch {
      fail(error.description)
    }
  }
}

func isIdentifier(_ word: String) -> Bool {
  (word.first.map { $0.isLetter || $0 == "_" } ?? false) && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
}

/// As a string literal.
private func quoted(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}

func expandingHome(_ path: String) -> String {
  guard path == "~" || path.hasPrefix("~/"), let home = environment("HOME") else { return path }
  return home + path.dropFirst()
}
