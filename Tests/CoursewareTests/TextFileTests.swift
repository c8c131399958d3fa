import Courseware
import Foundation
import Testing

/// The sentence that reading gives, with the directory's own name left out.
private func sentence(_ directory: TemporaryDirectory, _ name: String, maximumBytes: Int = 1000) -> String {
  do {
    return "read: " + (try readTextFile(directory.path + "/" + name, maximumBytes: maximumBytes))
  } catch {
    return error.description.replacingOccurrences(of: directory.path + "/", with: "")
  }
}

@Suite struct TextFileTests {
  @Test func whatIsNoTextFileIsSaid() throws {
    let directory = try TemporaryDirectory()
    try directory.write("x", to: "folder/x")
    try directory.write(Data([65, 0, 66]), to: "binary")
    try directory.write(Data([65, 10, 0xFF, 66]), to: "latin")
    try directory.write(String(repeating: "x", count: 1001), to: "large")
    #expect(sentence(directory, "none") == "there is no file 'none'")
    #expect(sentence(directory, "folder") == "'folder' is a directory, not a file")
    #expect(sentence(directory, "binary") == "'binary' is not a text file: it holds zero bytes")
    #expect(sentence(directory, "latin") == "'latin' is not UTF-8 text")
    #expect(sentence(directory, "large") == "'large' is too large: 1 KB, and at most 1 KB are read")
    #expect(throws: FileProblem.self) { try readTextFile("/dev/zero") }
  }

  @Test func lineEndsAndByteOrderMarksAreEvenedOut() throws {
    let directory = try TemporaryDirectory()
    try directory.write("\u{FEFF}a\r\nb\rc\n", to: "file")
    #expect(sentence(directory, "file") == "read: a\nb\nc\n")
  }

  @Test func theLineThatIsNoTextIsFound() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Data([65, 10, 0xFF, 66]), to: "latin")
    let problem = #expect(throws: FileProblem.self) { try readTextFile(path) }
    #expect(problem?.line == 2)
  }
}
