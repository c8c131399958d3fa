import Bindings
import Courseware
import Foundation
import Interpreter
import Testing

private let body = """
  # Twice

  A *number*, $x^2$.

  - a list
    ```
    inside()
    ```

  ```swift
  let a = 20
  print(a)
  a + 1
  ```

  ```output
  20
  21
  ```



  ```swift exercise twice
  func twice(_ x: Int) -> Int {
    <#x, two times#>
  }
  ```
  ~~~swift check twice
  expectEqual("twice", twice(3), 6)
  ~~~

  ````swift solution twice
  func twice(_ x: Int) -> Int { 2 * x }
  ````

  ```hint twice
  Add it to itself.
  ```

  ```swift
  ```

  ```swift

  ```

  ```swift
  let a = twice(a)
  print(a)
  ```

  ```quiz why
  What is 1 + 1?
  - [x] two | It is.
  - [ ] three | Count again.
  ```

  ```swift
  print([1, 2][2])
  ```
  """

/// The fixture as a file that was run.
private func document(_ text: String = body, answers: [String: String] = [:]) throws -> LessonDocument {
  let directory = try TemporaryDirectory()
  try directory.write(frontMatter + text, to: "01-a/01-small.md")
  let entry = try Course(directory: directory.path).entry("1.1")
  return try runOnLargeStack { Result { try LessonDocument(entry, answers: answers, library: engineLibrary()) } }.get()
}

@Suite struct ExportTests {
  @Test(arguments: [
    body, body + "\n", body + "\n\n  \n\n", "\n\n" + body, body.replacing("\n\n", with: "\n \n"),
    "Prose.\n\nMore.\n", "```swift\nprint(1)\n```",
  ])
  func aNotebookBecomesTheSameLessonAgain(text: String) throws {
    let notebook = try document(text).notebook
    #expect(try lessonText(ofNotebook: notebook, path: "a.ipynb") == frontMatter + text)
  }

  @Test func aNotebookHasWhatRan() throws {
    let notebook = try document(answers: ["twice": "func twice(_ x: Int) -> Int { x + x }"]).notebook
    let object = try #require(try JSONSerialization.jsonObject(with: Data(notebook.utf8)) as? [String: Any])
    let cells = try #require(object["cells"] as? [[String: Any]])
    func cell(_ text: String) throws -> [String: Any] {
      try #require(cells.first { ($0["source"] as? [String])?.joined().hasPrefix(text) ?? false })
    }
    let step = try cell("let a = 20")
    #expect(step["cell_type"] as? String == "code")
    #expect(step["execution_count"] as? Int == 1)
    let outputs = try #require(step["outputs"] as? [[String: Any]])
    #expect(outputs[0]["text"] as? [String] == ["20\n"])
    #expect((outputs[1]["data"] as? [String: [String]]) == ["text/plain": ["21"]])
    #expect(try cell("func twice(_ x: Int) -> Int { 2 * x }")["cell_type"] as? String == "raw")
    #expect(try cell("func twice(_ x: Int) -> Int { x + x }")["cell_type"] as? String == "code")
    #expect(try cell("**Question.** What is 1 + 1?")["cell_type"] as? String == "markdown")
    let failed = try #require(try cell("print([1, 2][2])")["outputs"] as? [[String: Any]])
    #expect(failed[0]["output_type"] as? String == "error")
    let names = cells.compactMap { $0["id"] as? String }
    #expect(Set(names).count == cells.count)
  }

  @Test func whatWasChangedInJupyterIsInTheLesson() throws {
    let notebook = try document().notebook
    let edited = notebook.replacing(#""let a = 20\n""#, with: #""let a = 30\n""#)
    let expected = (frontMatter + body).replacing("let a = 20", with: "let a = 30")
    #expect(try lessonText(ofNotebook: edited, path: "a.ipynb") == expected)
    let asked = notebook.replacing(#""**Question.** What is 1 + 1?\n""#, with: #""**Question.** What is 1 + 2?\n""#)
    let problem = #expect(throws: FileProblem.self) { try lessonText(ofNotebook: asked, path: "a.ipynb") }
    #expect(
      problem?.description
        == "cell 12 of 'a.ipynb' is a question, and its text was changed: a question is changed in the lesson")
  }

  @Test func cellsThatWereAddedAreProseAndSteps() throws {
    let notebook = try document("Prose.\n").notebook
    var object = try #require(try JSONSerialization.jsonObject(with: Data(notebook.utf8)) as? [String: Any])
    var cells = try #require(object["cells"] as? [[String: Any]])
    cells.append(["cell_type": "markdown", "metadata": [String: Any](), "source": "More."])
    cells.append(["cell_type": "code", "metadata": [String: Any](), "source": ["let b = 1\n", "print(b)"]])
    // What Jupyter changes when it saves
    cells[1]["metadata"] = (cells[1]["metadata"] as? [String: Any])?.merging(["jupyter": ["outputs_hidden": true]]) {
      $1
    }
    object["metadata"] = (object["metadata"] as? [String: Any])?.merging([
      "kernelspec": ["name": "python3"], "language_info": ["name": "python", "version": "3.13"],
    ]) { $1 }
    object["cells"] = cells
    let text = String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    #expect(
      try lessonText(ofNotebook: text, path: "a.ipynb")
        == frontMatter + "Prose.\n\nMore.\n\n```swift\nlet b = 1\nprint(b)\n```\n")
  }

  @Test(arguments: [
    ("", "'a.ipynb' is not a Jupyter notebook"), ("[1, 2", "'a.ipynb' is not a Jupyter notebook"),
    (#"{"cells": 3}"#, "'a.ipynb' is not a Jupyter notebook"),
    (
      #"{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"#,
      "'a.ipynb' was not made by `convbook export`: its first cell is no lesson's front matter"
    ),
  ])
  func otherFilesAreRefused(text: String, sentence: String) {
    let problem = #expect(throws: FileProblem.self) { try lessonText(ofNotebook: text, path: "a.ipynb") }
    #expect(problem?.description == sentence)
  }

  @Test func markdownHasEverythingThatWasPrinted() throws {
    let text = try document(answers: ["twice": "func twice(_ x: Int) -> Int { x + x }"]).markdown
    #expect(text.contains("```swift\nlet a = 20\nprint(a)\na + 1\n```\n\n```text\n20\n21\n```\n"))
    #expect(text.contains("<details><summary>Hint 1</summary>\n\nAdd it to itself.\n\n</details>"))
    #expect(text.contains("<summary>Your answer</summary>\n\n```swift\nfunc twice(_ x: Int) -> Int { x + x }\n```"))
    #expect(
      text.contains("- **a** two\n- **b** three\n\n<details><summary>Answer</summary>\n\n- **a** right: It is.\n"))
    #expect(!text.contains("expectEqual"))
  }

  /// Names that a later step declares again stand in a scope of their own, and what fails is a comment.
  @Test func aProgramIsOneScopeAfterAnother() throws {
    let program = try document(answers: ["twice": "func twice(_ x: Int) -> Int { x + x }"]).program
    #expect(program.hasPrefix("// 1.1  A small lesson\nimport Convbook\n"))
    #expect(program.contains("\n// Your answer.\n\nfunc twice(_ x: Int) -> Int { x + x }\n"))
    #expect(program.contains("\ndo {\n\n  let a = twice(a)\n  print(a)\n"))
    #expect(program.contains("\n  // This step stops with an error:\n  // print([1, 2][2])\n"))
    #expect(program.hasSuffix("\n}\n"))
  }

  @Test(arguments: [
    ("/some/where", #".package(name: "Convbook", path: "/some/where")"#, #"package: "Convbook""#),
    (
      "https://example.org/a/conv.git", #".package(url: "https://example.org/a/conv.git", branch: "main")"#,
      #"package: "conv""#
    ),
  ])
  func aPackageNamesConvbook(source: String, dependency: String, product: String) throws {
    let files = try document("Prose.\n").packageFiles(convbook: source)
    #expect(files.map(\.path) == ["Package.swift", "Sources/Small/main.swift"])
    #expect(files[0].text.contains(dependency))
    #expect(files[0].text.contains(product))
  }

  @Test func filesOfOthersAreLeftAlone() throws {
    let directory = try TemporaryDirectory()
    try directory.write("mine", to: "folder/notes.txt")
    let files = [
      (path: "Package.swift", text: "// Made by `convbook export`\n"), (path: "Sources/A/main.swift", text: ""),
    ]
    let problem = #expect(throws: FileProblem.self) { try writePackage(files, to: directory.path + "/folder") }
    #expect(
      problem?.description
        == "the folder '\(directory.path)/folder' holds something else: name an empty one, or one that does not exist")
    try writePackage(files, to: directory.path + "/new")
    try writePackage(files, to: directory.path + "/new")
    let directoryProblem = #expect(throws: FileProblem.self) { try writeDocument("a", to: directory.path) }
    #expect(directoryProblem?.description == "'\(directory.path)' is a directory: name a file")
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "/link", withDestinationPath: directory.path + "/folder/notes.txt")
    try writeDocument("new", to: directory.path + "/link")
    #expect(try String(contentsOfFile: directory.path + "/folder/notes.txt", encoding: .utf8) == "new")
  }
}
