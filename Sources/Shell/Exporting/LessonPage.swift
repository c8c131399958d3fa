import Courseware

/// A lesson as one HTML file that needs nothing else: no network, no scripts.
struct LessonPage {
  let document: LessonDocument
  private var lesson: Lesson { document.lesson }

  init(_ document: LessonDocument) { self.document = document }

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>\(escapedHTML("\(lesson.label)  \(lesson.title)"))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <header>
    <p class="lesson">Lesson \(escapedHTML(lesson.label)), \(lesson.minutes) minutes</p>
    <ul>\(lesson.objectives.map { "<li>\(Markdown.html(inline($0)))</li>" }.joined())</ul>
    </header>
    <main>
    \(document.items.map(html).joined(separator: "\n"))
    </main>
    <footer><p>Sources: \(lesson.sources.map(escapedHTML).joined(separator: "; ")). Made by Convbook.</p></footer>
    </body>
    </html>

    """
  }

  private func html(_ item: RunItem) -> String {
    switch item {
    case .prose(let prose): return Markdown(prose.markdown).html
    case .step(let step, let outcome):
      return Markdown.code(step.code.text, isSwift: true) + outcome.outputs.map(output).joined()
    case .exercise(let exercise, _):
      var parts = ["<p class=\"label\">Exercise \(exercise.name)</p>"]
      parts.append(Markdown.code(exercise.starter.text, isSwift: true))
      for (index, hint) in exercise.hints.enumerated() {
        parts.append(folded("Hint \(index + 1)", Markdown(hint.markdown).html))
      }
      if let answer = document.answers[exercise.name] {
        parts.append(folded("Your answer", Markdown.code(answer, isSwift: true)))
      }
      parts.append(folded("Solution", Markdown.code(exercise.solution.text, isSwift: true)))
      return "<section class=\"task\">\(parts.joined(separator: "\n"))</section>"
    case .quiz(let quiz): return "<section class=\"task\"><p class=\"label\">Question</p>\(html(quiz))</section>"
    }
  }

  private func output(_ output: CellOutput) -> String {
    switch output {
    case .text(let text): return pre(text)
    case .picture(let picture): return "<figure class=\"output\">\(picture.svg)</figure>"
    case .value(let text, _, _): return pre(text)
    case .error(let diagnostic):
      return "<pre class=\"output error\">\(escapedHTML(diagnostic.rendered(colour: false)))</pre>"
    }
  }

  /// Pictures made of blocks have no gaps between their lines.
  private func pre(_ text: String) -> String {
    let isPicture = text.unicodeScalars.contains {
      (0x2580...0x259F).contains($0.value) || (0x2800...0x28FF).contains($0.value)
    }
    return "<pre class=\"output\(isPicture ? " picture" : "")\">\(escapedHTML(text.withoutTrailingLineEnds))</pre>"
  }

  private func html(_ quiz: Quiz) -> String {
    let question = Markdown(quiz.question).html
    switch quiz.kind {
    case .number(let number):
      let replies = number.replies.map {
        "<li>\(escapedHTML(text(of: $0.value))): \(Markdown.html(inline($0.text)))</li>"
      }
      let answer = "<p>\(escapedHTML(text(of: number.value)))</p>"
      return question + folded("Answer", answer + (replies.isEmpty ? "" : "<ul>\(replies.joined())</ul>"))
    case .choices(let choices):
      let list = choices.map { "<li>\(Markdown.html(inline($0.text)))</li>" }
      let answers = choices.map { choice in
        let verdict = choice.isRight ? "<strong>right</strong>" : "not this one"
        return "<li>\(verdict)\(choice.reply.map { ": \(Markdown.html(inline($0)))" } ?? "")</li>"
      }
      return question + "<ol class=\"choices\">\(list.joined())</ol>"
        + folded("Answer", "<ol class=\"choices\">\(answers.joined())</ol>")
    }
  }

  private func folded(_ title: String, _ html: String) -> String {
    "<details><summary>\(title)</summary>\n\(html)\n</details>"
  }

  private func text(of number: Double) -> String { number == number.rounded() ? "\(Int(number))" : "\(number)" }

  private func inline(_ text: String) -> [Markdown.Inline] {
    if case .paragraph(let inlines)? = Markdown(text).blocks.first { inlines } else { [.text(text)] }
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --quiet: #6a737d; --panel: #f5f6f8; --line: #d8dde3;
      --keyword: #8a3ab9; --number: #9a6700; --string: #1a7f37; --type: #0b6e8a; --error: #b3261e; --accent: #2257b8; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e3e6ea; --paper: #14171b; --quiet: #97a1ac; --panel: #1e2329; --line: #38404a;
        --keyword: #d3a2f2; --number: #e5c07b; --string: #8bd5a0; --type: #7fd1e6; --error: #ff8a80; --accent: #8fb8ff; }
    }
    body { color: var(--ink); background: var(--paper); font: 17px/1.55 Georgia, "Times New Roman", serif;
      max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1, h2, h3, .label, .lesson, summary { font-family: system-ui, sans-serif; line-height: 1.25; }
    h2 { margin-top: 2.2rem; }
    .lesson, footer { color: var(--quiet); font-size: 0.9rem; }
    pre { font: 14px/1.45 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-x: auto; margin: 0.8rem 0;
      padding: 0.7rem 0.9rem; border-radius: 6px; }
    code { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.88em; }
    pre code { font-size: inherit; }
    pre.code, pre.text { background: var(--panel); }
    pre.output { margin: -0.4rem 0 1rem; padding: 0.2rem 0.9rem; border-left: 3px solid var(--line); border-radius: 0; }
    pre.picture { line-height: 1.17; }
    pre.error { color: var(--error); border-left-color: var(--error); white-space: pre-wrap; }
    .dim { color: var(--quiet); } .magenta { color: var(--keyword); } .yellow { color: var(--number); }
    .green { color: var(--string); } .cyan { color: var(--type); }
    .task { border: 1px solid var(--line); border-radius: 8px; padding: 0.2rem 1rem 0.8rem; margin: 1.4rem 0; }
    .label { font-weight: 600; color: var(--accent); }
    details { margin: 0.4rem 0; } summary { cursor: pointer; font-size: 0.92rem; }
    ol.choices { list-style: lower-alpha; }
    table { border-collapse: collapse; margin: 1rem 0; } td, th { border: 1px solid var(--line); padding: 0.3rem 0.6rem; text-align: left; }
    .right { text-align: right; } .center { text-align: center; }
    math[display="block"] { overflow-x: auto; overflow-y: hidden; margin: 1rem 0; }
    blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid var(--line); }
    a { color: var(--accent); }
    @media print { details { display: block; } body { max-width: none; } }
    """
}

extension String {
  fileprivate var withoutTrailingLineEnds: String {
    var text = self[...]
    while text.hasSuffix("\n") { text.removeLast() }
    return String(text)
  }
}
