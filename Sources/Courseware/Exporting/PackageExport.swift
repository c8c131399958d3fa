import Interpreter

extension LessonDocument {
  /// A Swift package that runs the lesson as a compiled program, by paths inside of its folder.
  ///
  /// - Parameter source: Where the package finds Convbook: a folder, or the address of a repository.
  package func packageFiles(convbook source: String) -> [(path: String, text: String)] {
    let name = lesson.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let isAddress = source.contains("://") || source.hasPrefix("git@")
    let dependency =
      isAddress
      ? ".package(url: \(quoted(source)), branch: \"main\")" : ".package(name: \"Convbook\", path: \(quoted(source)))"
    let identity = isAddress ? repositoryName(source) : "Convbook"
    let manifest = """
      // swift-tools-version: 6.2
      // Made by `convbook export \(lesson.label) --to swift`. Run it with `swift run -c release`.
      import PackageDescription

      let package = Package(
        name: \(quoted(name)),
        platforms: [.macOS(.v15)],
        dependencies: [\(dependency)],
        targets: [
          .executableTarget(
            name: \(quoted(name)), dependencies: [.product(name: "Convbook", package: \(quoted(identity)))])
        ],
        swiftLanguageModes: [.v5]
      )

      """
    return [("Package.swift", manifest), ("Sources/\(name)/main.swift", program)]
  }

  /// The lesson's steps as one program, prose as comments. What a later step declares anew stands in a scope of its own.
  package var program: String {
    var lines = ["// \(lesson.label)  \(lesson.title)", "import Convbook"]
    var depth = 0
    var declared: Set<String> = []
    func add(_ text: String) {
      lines.append("")
      let indentation = String(repeating: "  ", count: depth)
      for line in trimmedAtEnd(text).lines {
        lines.append(line.isEmpty ? "" : indentation + line)
      }
    }
    func code(_ text: String) {
      let names = declaredNames(in: text)
      if !declared.isDisjoint(with: names) {
        add("do {")
        depth += 1
        declared = []
      }
      declared.formUnion(names)
      add(text)
    }
    for item in items {
      switch item {
      case .prose(let prose): add(comment(prose.markdown))
      case .step(let step, let outcome):
        if outcome.succeeded {
          code(step.code.text)
        } else {
          add(comment("This step stops with an error:\n" + step.code.text))
        }
      case .exercise(let exercise, _):
        if let setup = exercise.setup { code(setup.text) }
        add(comment(answers[exercise.name] == nil ? "The lesson's own answer; yours goes here." : "Your answer."))
        code(answers[exercise.name] ?? exercise.solution.text)
      case .quiz(let quiz): add(comment("Question. " + quiz.question))
      }
    }
    while depth > 0 {
      depth -= 1
      lines.append(String(repeating: "  ", count: depth) + "}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func comment(_ text: String) -> String {
    text.lines.map { trimmedAtEnd("// " + $0) }
      .joined(separator: "\n")
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// `convbook` in `https://example.org/someone/convbook.git`: by this name a package knows another one.
  private func repositoryName(_ address: String) -> String {
    let last = String(address.split(whereSeparator: { $0 == "/" || $0 == ":" }).last ?? "convbook")
    return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
  }
}
