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

  /// What is printed goes to a file, where it is read again; reports go to the standard error.
  private static let head = #"""
    import Convbook
    #if canImport(Glibc)
      import Glibc
    #else
      import Darwin
    #endif
    dup2(open("printed.txt", O_RDWR | O_CREAT | O_TRUNC, 0o600), 1)
    nonisolated(unsafe) var seen = 0
    func printed() -> String {
      fflush(nil)
      let end = Int(lseek(1, 0, SEEK_END))
      var bytes = [UInt8](repeating: 0, count: end - seen)
      pread(1, &bytes, bytes.count, off_t(seen))
      seen = end
      return String(decoding: bytes, as: UTF8.self)
    }
    func report(_ sentence: String) {
      let line = sentence + "\n"
      _ = line.withCString { write(2, $0, line.utf8.count) }
    }
    func compare<T>(_ value: T, _ expected: String, _ place: String) {
      let text = String(reflecting: value)
      if text != expected { report("\(place): shows \(text), and the comment says \(expected)") }
    }
    func comparePrinted(_ expected: String, _ place: String) {
      let text = printed()
      if text != expected + "\n" { report("\(place): prints \(text), and the comment says \(expected)") }
    }
    """#

  /// One function an example, so that names do not meet.
  private static func client(of examples: [Example]) -> String {
    var lines = [
      Self.head
    ]
    for (number, example) in examples.enumerated() {
      let place = "\"\(example.place.file):\(example.place.line)\""
      lines += ["func example\(number)() {", "  _ = printed()"]
      for step in example.steps {
        guard let expected = step.expected else {
          lines.append("  " + step.code)
          continue
        }
        let text = "##\"\"\"\n\(expected)\n\"\"\"##"
        lines.append(
          step.isPrint
            ? "  \(step.code); comparePrinted(\(text), \(place))" : "  compare(\(step.code), \(text), \(place))")
      }
      lines += ["}", "example\(number)()"]
    }
    lines.append("report(\"\(examples.count) examples\")")
    return lines.joined(separator: "\n") + "\n"
  }
}
