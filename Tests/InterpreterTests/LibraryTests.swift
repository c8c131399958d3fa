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
}
