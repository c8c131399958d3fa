import BindingGenerator
import Testing

/// What the generator makes of one file of a module.
func generator(_ text: String, module: String = "Operators", path: String = "Sources/Operators/Fixture.swift")
  -> Generator
{
  // A tensor type to speak of; the fixtures use no other.
  let tensor = "/// Numbers.\npublic struct Tensor {}"
  return Generator(sources: [
    .init(module: "Tensors", path: "Sources/Tensors/Tensor.swift", text: tensor),
    .init(module: module, path: path, text: text),
  ])
}

@Suite struct ReadingTests {
  private func messages(_ text: String) -> [String] { generator(text).errors.map(\.description) }

  private func signatures(_ text: String) -> [String] {
    let file = generator(text).files["Sources/Bindings/Generated/Operators.swift"] ?? ""
    return file.split(separator: "\n").compactMap { line in
      let text = line.drop { $0 == " " }
      return ["\"func", "\"static", "\"var", "\"init", "\"subscript"].contains { text.hasPrefix($0) }
        ? String(text) : nil
    }
  }

  private let example = "/// Doubles.\n///\n/// ```swift\n/// f(x)  // [2]\n/// ```\n"

  @Test func aThrowingPackageFunctionWithAnExampleIsAWord() {
    #expect(
      signatures(example + "package func f(_ x: Tensor, by n: Int = 2) throws -> Tensor { x }")
        == ["\"func f(_ x: Tensor, by n: Int = 2) -> Tensor\","])
  }

  @Test func withoutAnExampleItIsForTheHouseOnly() {
    #expect(signatures("/// Doubles.\npackage func f(_ x: Tensor) throws -> Tensor { x }") == [])
    #expect(signatures("/// ```\n/// y = 2x\n/// ```\npackage func f(_ x: Tensor) throws -> Tensor { x }") == [])
  }

  @Test func internalAndPrivateDeclarationsAreNoWords() {
    #expect(signatures(example + "func f(_ x: Tensor) throws -> Tensor { x }") == [])
    #expect(messages(example + "func f(_ x: Tensor) throws -> Tensor { x }") == [])
  }

  @Test func publicDeclarationsNeedAnExample() {
    #expect(
      messages("public func f(_ x: Tensor) -> Tensor { x }") == [
        "Sources/Operators/Fixture.swift:1: error: 'f' is public, so learners may type it: its doc comment needs an "
          + "example (or '// bindgen: skip REASON')"
      ])
  }

  @Test func skippedDeclarationsAreNoWords() {
    let text = "// bindgen: skip for compiled programs only\npublic func f(_ x: Tensor) -> Tensor { x }"
    #expect(messages(text) == [])
    #expect(signatures(text) == [])
  }

  @Test func aSkipNeedsAReason() {
    #expect(messages("// bindgen: skip\npublic func f(_ x: Tensor) -> Tensor { x }").count == 1)
  }

  @Test func publicFunctionsDoNotThrow() {
    #expect(
      messages(example + "public func f(_ x: Tensor) throws -> Tensor { x }") == [
        "Sources/Operators/Fixture.swift:6: error: 'f' is public and throws: make it a 'package' core, the public "
          + "function is generated"
      ])
  }

  @Test func coresThrow() {
    #expect(
      messages(example + "package func f(_ x: Tensor) -> Tensor { x }") == [
        "Sources/Operators/Fixture.swift:6: error: 'f' has an example but cannot throw: make it public"
      ])
  }

  @Test func closuresMustBeAbleToThrow() {
    #expect(
      messages(example + "package func f(_ body: (Tensor) -> Tensor) throws -> Tensor { 1 }") == [
        "Sources/Operators/Fixture.swift:6: error: the closure 'body' must be declared 'throws': a fault inside it has "
          + "to get out"
      ])
  }

  @Test func constrainedGenericsAreRefused() {
    #expect(
      messages(example + "package func f<T: Numeric>(_ x: T) throws -> T { x }") == [
        "Sources/Operators/Fixture.swift:6: error: 'f' is generic with a constraint: write one function for each type "
          + "that learners use"
      ])
    #expect(
      messages(example + "package func f<T>(_ x: T) throws -> T where T: Numeric { x }") == [
        "Sources/Operators/Fixture.swift:6: error: 'f' is generic with a constraint: write one function for each type "
          + "that learners use"
      ])
  }

  @Test func unconstrainedGenericsPassAnyValueThrough() {
    let text = example + "public func f<T>(_ body: () throws -> T) rethrows -> T { try body() }"
    #expect(messages(text) == [])
    #expect(signatures(text) == ["\"func f<T>(_ body: () -> T) -> T\","])
  }

  @Test(arguments: [
    ("_ x: [String: Tensor]", "'f': the language has no type '[String: Tensor]'"),
    ("_ x: some Sequence", "'f': the language has no type 'some Sequence'"),
    ("_ x: Tensor.Type", "'f': the language has no type 'Tensor.Type'"),
    ("_ x: UInt8", "'f(_:)': 'UInt8' is not a type of the learner's language"),
    ("_ x: inout Tensor", "'x' is inout, which cannot be passed on: take an array or return the new value"),
    ("_ x: Tensor...", "'x' is variadic, which cannot be passed on: take an array or return the new value"),
    ("_ x: [(Tensor) throws -> Tensor]", "'f(_:)': a parameter of type '[(Tensor) -> Tensor]' cannot cross"),
  ])
  func strangeParametersAreErrorsAtTheirPlace(parameter: String, message: String) {
    let text = example + "package func f(\(parameter)) throws -> Tensor { 1 }"
    #expect(messages(text) == ["Sources/Operators/Fixture.swift:6: error: " + message])
  }

  @Test func overloadsAreTwoWordsAndDoublesAnError() {
    let f = "package func f(_ x: Tensor) throws -> Tensor { x }\n"
    let g = "package func f(_ x: Double) throws -> Tensor { x }\n"
    #expect(signatures(example + f + example + g).count == 2)
    #expect(
      messages(example + f + example + f) == [
        "Sources/Operators/Fixture.swift:12: error: 'f(_:)' has the same signature as Sources/Operators/Fixture.swift:6"
      ])
  }

  @Test func namedCoresBecomeOperatorsOnBothSides() {
    let text = "extension Tensor {\n\(example)package func adding(_ n: Double) throws -> Tensor { self }\n}"
    #expect(
      signatures(text) == [
        "\"static func + (left: Tensor, right: Double) -> Tensor\",",
        "\"static func + (left: Double, right: Tensor) -> Tensor\",",
      ])
  }

  @Test func mirroredCoresTakeTheNumberOnTheLeft() {
    let text = "extension Tensor {\n\(example)package func subtracted(from n: Double) throws -> Tensor { self }\n}"
    #expect(signatures(text) == ["\"static func - (left: Double, right: Tensor) -> Tensor\","])
    let facade = generator(text).files["Sources/Convbook/Generated/Operators.swift"] ?? ""
    #expect(facade.contains("public static func - (left: Double, right: Tensor) -> Tensor {"))
    #expect(facade.contains("orStop { try right.Operators::subtracted(from: left) }"))
  }

  @Test func throwingOperatorsAreRefused() {
    let text = "extension Tensor {\n\(example)package static func + (a: Tensor, b: Tensor) throws -> Tensor { a }\n}"
    #expect(
      messages(text) == [
        "Sources/Operators/Fixture.swift:7: error: an operator that throws cannot be called by module: give its example "
          + "to a core such as 'adding(_:)'"
      ])
  }

  @Test func subscriptsComeFromMarkedCores() {
    let text = """
      extension Tensor {
      \(example)// bindgen: subscript, set by setElement(at:to:)
      package func element(at indices: [Int]) throws -> Double { 0 }
      }
      """
    #expect(signatures(text) == ["\"subscript(indices: Int...) -> Double { get set }\","])
    let facade = generator(text).files["Sources/Convbook/Generated/Operators.swift"] ?? ""
    #expect(facade.contains("get { orStop { try self.Operators::element(at: indices) } }"))
    #expect(facade.contains("orStop { try self.Operators::setElement(at: indices, to: newValue) }"))
  }

  @Test func typesNeedADocComment() {
    #expect(
      messages("public struct Report {}") == [
        "Sources/Operators/Fixture.swift:1: error: 'Report' is public, so learners meet it: it needs a doc comment"
      ])
  }

  @Test func enumsWithPayloadsAreRefused() {
    #expect(
      messages("/// A kind.\npublic enum Kind { case a, b(Int) }") == [
        "Sources/Operators/Fixture.swift:2: error: an enum with payloads cannot cross into the language: make 'Kind' "
          + "a struct"
      ])
  }

  @Test func enumsAreSharedDeclarations() {
    let text = "/// A kind.\npublic enum Kind: String {\n  /// The first.\n  case a\n  case b\n}"
    let library = generator(text).files["Sources/Bindings/Generated/Library.swift"] ?? ""
    #expect(
      library.contains(
        "    /// A kind.\n    enum Kind: String {\n      /// The first.\n      case a\n      case b\n    }\n"))
    #expect(library.contains("static var languageCases: [Kind] { [.a, .b] }"))
  }

  @Test func membersUnderAWhereClauseAreRefused() {
    let text = "extension Tensor where Self: Sendable {\n\(example)package func f() throws -> Tensor { self }\n}"
    #expect(
      messages(text) == [
        "Sources/Operators/Fixture.swift:1: error: words of the language cannot be declared under a 'where' clause"
      ])
  }

  @Test func comparisonsWithANumberOnTheLeftAreTheMirroredOnes() {
    let text = "extension Tensor {\n\(example)package func isLess(than n: Double) throws -> Tensor { self }\n}"
    #expect(
      signatures(text) == [
        "\"static func .< (left: Tensor, right: Double) -> Tensor\",",
        "\"static func .> (left: Double, right: Tensor) -> Tensor\",",
      ])
  }

  @Test func whatAProtocolOffersForOneTypeIsTakenAsItIs() {
    let text =
      "extension Index where Self == Corner {\n  /// A corner.\n  public static var corner: Corner { Corner() }\n}"
    let library = generator(text).files["Sources/Bindings/Generated/Library.swift"] ?? ""
    #expect(library.contains("    extension Index where Self == Corner {\n"))
    #expect(library.contains("\n      static var corner: Corner { Corner() }\n"))
  }
}
