import BindingGenerator
import Bindings
import Foundation
import Interchange
import Interpreter
import Testing

/// The examples of the engine's doc comments, run as a learner would run them: each in a session of its own, one cell
/// for everything up to a line that shows something.
@Suite struct NotebookExampleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  private static let examples = (try? Generator(root: root))?.examples ?? []

  @Test func thereAreExamplesAndEachShowsSomething() {
    #expect(Self.examples.count > 80)
    #expect(Self.examples.compactMap(\.problem) == [])
  }

  @Test func everyExampleShowsWhatItSays() throws {
    // Examples write files.
    let folder = FileManager.default.temporaryDirectory.appending(path: "convbook-examples-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    TensorFolder.url = folder
    let shown = Self.examples.map(Self.run).reduce(0, +)
    #expect(shown >= Self.examples.count)
  }

  /// How many values were compared.
  private static func run(_ example: Example) -> Int {
    let place = "\(example.place.file):\(example.place.line)"
    let session = Session(library: engineLibrary())
    var waiting: [String] = []
    var compared = 0
    for step in example.steps {
      waiting.append(step.code)
      guard let expected = step.expected else { continue }
      let outcome = session.run(SourceText(waiting.joined(separator: "\n"), name: "example"))
      waiting = []
      compared += 1
      guard outcome.succeeded else {
        Issue.record("\(place): \(outcome.diagnostics.map { $0.rendered() }.joined(separator: "\n"))")
        return compared
      }
      let shown = step.isPrint ? String(outcome.output.dropLast()) : outcome.valueText ?? "nothing"
      #expect(shown == expected, "\(place)")
    }
    // What comes after the last line that shows something has to run as well.
    let outcome = session.run(SourceText(waiting.joined(separator: "\n"), name: "example"))
    #expect(outcome.succeeded, "\(place): \(outcome.diagnostics.map { $0.rendered() }.joined(separator: "\n"))")
    return compared
  }
}
