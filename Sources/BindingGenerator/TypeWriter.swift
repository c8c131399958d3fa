/// Writes what the language must know of the engine's types: names, enums, protocols, conformances.
struct TypeWriter {
  let vocabulary: Vocabulary
  /// Types whose crossing is written by hand in `Bindings`, because it has a fast path.
  static let handWritten: Set<String> = ["Tensor"]
  /// Protocols of the standard library that the language knows as well.
  static let sharedProtocols: Set<String> = ["Equatable", "CustomStringConvertible"]

  /// Swift text for `NativeLibrary.declarations`.
  var declarations: String {
    var lines: [String] = []
    let protocols = Set(vocabulary.types.filter { $0.kind == .protocol }.map(\.name))
    for type in vocabulary.types {
      switch type.kind {
      case .structure: break
      case .protocol: lines += comment(type.documentation) + ["protocol \(type.name) {}", ""]
      case .enumeration(let cases):
        lines += comment(type.documentation) + ["enum \(type.name)\(inheritance(of: type)) {"]
        for item in cases { lines += (comment(item.documentation) + ["case \(item.name)"]).map { "  \($0)" } }
        lines += ["}", ""]
      }
    }
    let own = Set(vocabulary.types.map(\.name))
    let structures = Set(vocabulary.types.filter { $0.kind == .structure }.map(\.name))
    for conformance in vocabulary.conformances {
      let shared = structures.contains(conformance.type) ? TypeWriter.sharedProtocols : []
      guard Vocabulary.known.contains(conformance.type) || own.contains(conformance.type) else { continue }
      let known = conformance.protocols.filter { protocols.contains($0) || shared.contains($0) }
      if known.isEmpty { continue }
      // The library is read by the names of types: `[Int]` is found under `Array`.
      let (type, condition) = conformance.type == "[Int]" ? ("Array", " where Element == Int") : (conformance.type, "")
      lines.append("extension \(type): \(known.joined(separator: ", "))\(condition) {}")
    }
    return (lines + vocabulary.protocolExtensions).joined(separator: "\n")
  }

  /// What gives an enum members: its raw type, whose values are the cases' names, `allCases`, and a description of its
  /// own.
  private func inheritance(of type: TypeWord) -> String {
    let names = vocabulary.conformances.filter { $0.type == type.name }.flatMap(\.protocols)
    let known = names.filter { ["String", "CaseIterable", "CustomStringConvertible"].contains($0) }
    return known.isEmpty ? "" : ": " + known.joined(separator: ", ")
  }

  /// `generatedLibrary()` and the conformances of the engine's types to what crosses the border.
  func file(functions: [String]) -> String {
    var lines = ["func generatedLibrary() -> NativeLibrary {", "  var library = NativeLibrary()"]
    for type in vocabulary.types where type.kind == .structure {
      lines += ["  library.types.append(", "    (", "      name: \"\(type.name)\",", "      documentation: ##\"\"\""]
      lines += indented(type.documentation, by: "        ") + ["        \"\"\"##", "    ))"]
    }
    lines += ["  library.declarations = ##\"\"\""] + indented(declarations, by: "    ") + ["    \"\"\"##"]
    lines += functions.map { "  library.natives += \($0)()" }
    lines += ["  return library", "}"]
    for type in vocabulary.types { lines += conformance(type) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func conformance(_ type: TypeWord) -> [String] {
    switch type.kind {
    case .protocol: return []
    case .structure:
      guard !TypeWriter.handWritten.contains(type.name) else { return [] }
      return [
        "", "extension \(type.name): HostStructure {", "  static var languageName: String { \"\(type.name)\" }", "}",
      ]
    case .enumeration(let cases):
      return [
        "", "extension \(type.name): HostEnumeration {", "  static var languageName: String { \"\(type.name)\" }",
        "  static var languageCases: [\(type.name)] { [\(cases.map { ".\($0.name)" }.joined(separator: ", "))] }", "}",
      ]
    }
  }

  private func comment(_ documentation: String) -> [String] {
    guard !documentation.isEmpty else { return [] }
    return documentation.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "///" : "/// \($0)"
    }
  }

  private func indented(_ text: String, by indent: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : indent + $0 }
  }
}
