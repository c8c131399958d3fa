import Interpreter
import Testing

struct LibraryTests {
  @Test func theLibraryHasNoMistakes() {
    let session = Session(library: NativeLibrary())
    #expect(session.libraryProblems.map { $0.rendered() } == [])
    #expect(session.libraryBodyProblems().map { $0.rendered() } == [])
  }

  @Test func aMistakeInANativesSignatureIsFound() {
    let native = Native("func f(_ x: Unknown) -> Int") { _, _ in .int(1) }
    let session = Session(library: NativeLibrary(declarations: "extension Nothing {}", natives: [native]))
    #expect(session.libraryProblems.map(\.message) == ["cannot find type 'Nothing' in scope"])
  }

  /// Declarations are found in the text without parsing it, and read when their names are looked up.
  @Test func declarationsAreFoundHoweverTheyAreWritten() {
    let declarations = """
      /// A comment { with a brace.
      protocol Named {
        var name: String { get }
      }
      enum Colour: Named { case red, green; var name: String { "{" } }
      struct Pair<First, Second>
      where First: Equatable {
        var first: First, second: Second
      }
      extension Pair
      where Second: Equatable {
        /// Whether nothing differs.
        func equals(
          _ other: Pair<First, Second>
        ) -> Bool {
          first == other.first && second == other.second
        }
        @discardableResult
        func same() -> Bool { true }
        static func + (left: Pair<First, Second>, right: Int) -> Int { right + 1 }
        subscript(index: Int) -> Int { index * 2 }
      }
      extension Int: Named { var name: String { "int" } }
      func longest(
        _ values: Int...
      ) -> Int {
        values.reduce(0) { $0 > $1 ? $0 : $1 }
      }
      """
    let library = NativeLibrary(declarations: declarations)
    #expect(Session(library: library).libraryProblems.map(\.message) == [])
    let cell = """
      let pair = Pair(first: 1, second: 2)
      print(Colour.red.name, pair.equals(pair), pair.same(), pair + 4, pair[4], 3.name, longest(2, 7, 5))
      """
    #expect(run(cell, library: library).output == "{ true true 5 8 int 7\n")
  }

  /// A cell's own `Range` or `print` is not what the library's signatures and bodies mean.
  @Test func cellsDoNotChangeWhatTheLibraryMeans() {
    let outcome = run(
      "struct Range {}", "struct Array {}", "func min(_ a: Int, _ b: Int) -> Int { 0 }",
      "print([3, 1, 2].sorted(), [5, 6].indices, [4, 2].min() ?? 0, [1, 2, 3].prefix(2))")
    #expect(outcome.fault == nil)
    #expect(outcome.output == "[1, 2, 3] 0..<2 2 [1, 2]\n")
  }

  @Test func aFailedCellDoesNotForgetWhatItReadOfTheLibrary() {
    let outcome = run("let a = [1, 2].map { $0 + 1 }\nlet b: Int = a.first!.description", "print([1].map { $0 + 1 })")
    #expect(outcome.output == "[2]\n")
  }

  /// The library is parsed once in a process, so further sessions cost little: 1 ms where nothing else runs.
  @Test func aFurtherSessionIsQuick() {
    let clock = ContinuousClock()
    let best = (0..<20).map { _ in clock.measure { run("print([1, 2].map { $0 + 1 })") } }.min()
    #expect(best.map { $0 < .milliseconds(20) } == true)
  }
}
