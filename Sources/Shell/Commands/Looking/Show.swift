import Foundation
import Interpreter
import Pictures

extension Command {
  static let show = drawing(
    "show", "show", "draw a tensor as an image, or a grid of feature maps",
    details: "What stands behind it are the arguments of `show`: `signed: true`, `from: 0, to: 1`, `title: \"...\"`.",
    examples: [":show x", ":show f, signed: true", ":show x[0] > input.png"])
  static let plot = drawing(
    "plot", "plot", "draw numbers as lines",
    details: "What stands behind it are the arguments of `plot`: `x: ...`, `names: [...]`, `logX: true`, `logY: true`.",
    examples: [":plot losses", ":plot errors, x: steps, logX: true, logY: true", ":plot losses > losses.svg"])
  static let hist = drawing(
    "hist", "histogram", "draw how many numbers fall into each of some bins",
    details: "What stands behind it are the arguments of `histogram`: `bins: 20`.",
    examples: [":hist x", ":hist x, bins: 40 > x.png"])

  /// A command that calls a drawing function with what stands behind it, and shows or writes its picture.
  private static func drawing(
    _ name: String, _ function: String, _ summary: String, details: String, examples: [String]
  ) -> Command {
    Command(
      name, arguments: "TENSOR [> FILE]", .looking, summary,
      details: details + " `> FILE` writes the picture to a `.png` or `.svg` file instead.", examples: examples,
      takes: [.code], isQuestion: true
    ) { repl, arguments in
      let (text, file) = redirected(arguments)
      if text.isEmpty { return repl.fail("`:\(name)` takes an expression, such as `\(examples[0])`") }
      guard let pictures = repl.pictures(of: "\(function)(\(text))") else { return }
      for picture in pictures {
        if let file { repl.write(picture, to: file) } else { repl.screen.shown(picture) }
      }
    }
  }

  /// Splits `x > file.png` into the expression and the file; a comparison with a number is no file.
  static func redirected(_ text: String) -> (expression: String, file: String?) {
    guard let match = text.wholeMatch(of: /(.*[^\s>])\s*>\s*(\S*[^\s\d)\].]\.[A-Za-z]+\w*|~?[\w.\/-]*\/\S+)\s*/) else {
      return (text.trimmed, nil)
    }
    return (String(match.1), String(match.2))
  }
}

extension Repl {
  /// What a call draws, among the learner's variables, which stay as they are. Nil, after a message, where it fails.
  fileprivate func pictures(of call: String) -> [Picture]? {
    let copy = session.fork()
    prepare(copy)
    var pictures: [Picture] = []
    copy.onDisplay = { if let picture = $0 as? Picture { pictures.append(picture) } }
    let outcome = Signals.shared.interrupting(copy.interrupt) { copy.run(SourceText(call, name: command.name)) }
    screen.closeLine()
    for diagnostic in outcome.diagnostics { screen.diagnostic(diagnostic) }
    if !outcome.succeeded { noteFailure() }
    return outcome.succeeded ? pictures : nil
  }

  func write(_ picture: Picture, to path: String) {
    let bytes: [UInt8]
    switch path.lowercased().split(separator: ".").last {
    case "png": bytes = picture.png
    case "svg": bytes = Array(picture.svg.utf8)
    default: return fail("a picture is written to a `.png` or `.svg` file, and '\(path)' is neither")
    }
    do {
      try Data(bytes).write(to: URL(filePath: expandingHome(path)), options: .atomic)
      screen.line("written to \(path)", .dim)
    } catch {
      fail("'\(path)' cannot be written")
    }
  }
}
