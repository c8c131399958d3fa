import Foundation
import Testing

/// What the README promises about the tree, and what the house rules are.
struct RepositoryTests {
  /// Three folders above this file.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Relative paths of all Swift files below `folder`.
  static func swiftFiles(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix(".swift") }
      .map { folder + "/" + $0 }
  }

  @Test func everyPathInTheReadmeExists() throws {
    let readme = try Self.text("README.md")
    let paths = readme.matches(of: /`((?:Sources|Tests|Lessons|\.ci)\/[^`\s]*)`/).map { String($0.output.1) }
    #expect(paths.count >= 20, "the table that says where things are has lost its paths")
    for path in paths {
      #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: path).path), "README names \(path)")
    }
  }

  @Test func everyModuleIsInTheReadme() throws {
    let readme = try Self.text("README.md")
    for module in try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path) {
      #expect(readme.contains("`\(module)`"), "README does not say what \(module) is for")
    }
  }

  /// A file may be longer if it says why: a comment in its first 15 lines with the words "longer than 500 lines".
  @Test func filesAreShortOrSayWhy() throws {
    for path in try Self.swiftFiles(below: "Sources") + Self.swiftFiles(below: "Tests")
    where !path.contains("/Generated/") {
      let lines = try Self.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.count > 501 else { continue }
      let head = lines.prefix(15).joined(separator: "\n")
      #expect(head.contains("longer than 500 lines"), "\(path) has \(lines.count) lines")
    }
  }

  /// The two columns of the house know nothing of each other, and only `Interpreter/Syntax` knows swift-syntax.
  @Test(arguments: [
    ("Sources/KernelInterface", []),
    ("Sources/KernelsBase", ["CKernels", "KernelInterface"]),
    ("Sources/Kernels", ["CKernels", "KernelInterface", "KernelsBase", "KernelsV3", "KernelsV4"]),
    ("Sources/Tensors", ["COpenBLAS", "Kernels"]),
    ("Sources/Operators", ["Tensors", "Kernels"]),
    ("Sources/Layers", ["Tensors", "Operators"]),
    ("Sources/Architectures", ["Layers", "Tensors"]),
    ("Sources/Training", ["Layers", "Interchange", "Operators", "Tensors", "Kernels"]),
    ("Sources/Checking", ["Tensors", "Operators"]),
    ("Sources/Interchange", ["Tensors"]),
    ("Sources/Pictures", ["Tensors"]),
    (
      "Sources/Benchmarks", ["Architectures", "Checking", "Kernels", "Layers", "Operators", "Tensors", "Training"]
    ),
    ("Sources/Convbook", ["Tensors", "Operators", "Checking", "Interchange", "Pictures"]),
    (
      "Sources/Interpreter/Syntax",
      ["SwiftSyntax", "SwiftParser", "SwiftOperators", "SwiftParserDiagnostics", "SwiftDiagnostics"]
    ),
    ("Sources/Interpreter/Session", []),
    ("Sources/Bindings", ["Interpreter", "Tensors", "Operators", "Checking", "Interchange", "Pictures"]),
    ("Sources/Courseware", ["Interpreter", "Bindings", "Checking", "Tensors", "Pictures", "CMarkdown"]),
    (
      "Sources/Shell",
      [
        "Architectures", "Benchmarks", "Bindings", "Courseware", "Interpreter", "Kernels", "Layers", "Operators",
        "Pictures", "Tensors", "Training", "CReadline", "CMarkdown",
      ]
    ),
  ])
  func modulesImportOnlyWhatTheyMay(folder: String, allowed: [String]) throws {
    let system = ["Foundation", "Synchronization", "Glibc", "Darwin", "Dispatch"]
    for path in try Self.swiftFiles(below: folder) {
      for match in try Self.text(path).matches(
        of: /(?m)^(?:@\w+ |internal |private |package |public )*import (?:\w+ )?(\w+)/)
      {
        let module = String(match.output.1)
        #expect(allowed.contains(module) || system.contains(module), "\(path) imports \(module)")
      }
    }
  }

  @Test func buildProductsStayOutOfGit() throws {
    let ignored = try Self.text(".gitignore").split(separator: "\n")
    #expect(ignored.contains("Package.resolved"))
    #expect(ignored.contains(".build*/"))
  }
}
