import BindingGenerator
import Foundation
import Testing

/// The examples of the engine's doc comments, compiled by `swiftc` outside of the package: they see the public facade
/// only, and show what they show in the notebook.
@Suite struct CompiledExampleTests {
  @Test func everyExampleCompilesAndShowsTheSame() throws {
    let generator = try Generator(root: CompiledProgram.root)
    #expect(generator.errors == [])
    #expect(generator.examples.count > 80)
    let ran = try CompiledProgram.run(Self.client(of: generator.examples))
    #expect(ran.output == "\(generator.examples.count) examples\n")
    #expect(ran.status == 0)
  }

  @Test func aFailedPreconditionStopsTheProgramWithItsSentence() throws {
    let ran = try CompiledProgram.run("import Convbook\nprint(Tensor([1, 2, 3]).reshaped([2, -1]))\n")
    #expect(ran.status != 0)
    let sentence = "a tensor of shape [3] has 3 elements, and these do not fit into [2, -1]"
    #expect(ran.output.hasSuffix("Fatal error: \(sentence)\n"), "\(ran.output)")
  }

  // MARK: The client

  /// One function an example, so that names do not meet.
  private static func client(of examples: [Example]) -> String {
    var lines = [
      "import Convbook",
      "nonisolated(unsafe) var printed = \"\"",
      "func print(_ value: Any) { printed += \"\\(value)\" }",
      "func show<T>(_ value: T, _ expected: String, _ place: String) {",
      "  let text = String(reflecting: value)",
      "  if text != expected { Swift.print(\"\\(place): shows \\(text), and the comment says \\(expected)\") }",
      "}",
      "func output(_ expected: String, _ place: String) {",
      "  if printed != expected { Swift.print(\"\\(place): prints \\(printed), and the comment says \\(expected)\") }",
      "  printed = \"\"",
      "}",
    ]
    for (number, example) in examples.enumerated() {
      let place = "\"\(example.place.file):\(example.place.line)\""
      lines.append("func example\(number)() {")
      for step in example.steps {
        guard let expected = step.expected else {
          lines.append("  " + step.code)
          continue
        }
        let text = "##\"\"\"\n\(expected)\n\"\"\"##"
        lines.append(
          step.isPrint ? "  \(step.code); output(\(text), \(place))" : "  show(\(step.code), \(text), \(place))")
      }
      lines += ["}", "example\(number)()"]
    }
    lines.append("Swift.print(\"\(examples.count) examples\")")
    return lines.joined(separator: "\n") + "\n"
  }
}
