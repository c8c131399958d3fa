import Foundation
import Interchange
import Tensors
import Testing

/// A folder of its own for each test.
struct OwnFolder: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "convbook-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await TensorFolder.$own.withValue(folder, operation: function)
  }
}

@Suite(OwnFolder()) struct FilesTests {
  private var folder: URL { TensorFolder.url }

  @Test func whatIsSavedIsLoaded() throws {
    let x = try Tensor([[1, 2.5], [3, 4]])
    try x.save(to: "x.npy")
    #expect(try Tensor.load("x.npy") == x)
    try x.asType(.float32).save(to: "x.npy")
    #expect(try Tensor.load("x.npy").dtype == .float32)
    try saveTensors([x, Tensor([5])], names: ["x", "y"], to: "both.npz")
    #expect(try Tensor.load("both.npz", name: "x") == x)
    try saveTensors([x], names: ["x"], to: "one.npz")
    #expect(try Tensor.load("one.npz") == x)
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let x = try Tensor([1, 2])
    try saveTensors([x, x], names: ["a", "b"], to: "two.npz")
    #expect(
      message { _ = try Tensor.load("two.npz") }
        == "two.npz holds 'a', 'b': say which one, Tensor.load(\"two.npz\", name: \"...\")")
    #expect(
      message { _ = try Tensor.load("two.npz", name: "c") } == "two.npz has no array 'c': it holds 'a', 'b'")
    #expect(message { _ = try Tensor.load("no.npy") } == "there is no file 'no.npy' in \(folder.path)")
    #expect(message { _ = try Tensor.load("") } == "there is no file '' in \(folder.path)")
    for path in ["/etc/passwd", "../x.npy", "a/../../x.npy", "x\0.npy"] {
      #expect(
        message { _ = try Tensor.load(path) }
          == "files of tensors lie in the current folder or below it, and '\(path)' leads out of it")
    }
  }

  @Test func whatCannotBeWrittenIsNamed() throws {
    let x = try Tensor([1, 2])
    #expect(message { try x.save(to: "x.txt") } == "the file's name must end in .npy, and 'x.txt' does not")
    #expect(message { try x.save(to: "none/x.npy") } == "'none/x.npy' cannot be written in \(folder.path)")
    #expect(
      message { try x.save(to: "../x.npy") }
        == "files of tensors lie in the current folder or below it, and '../x.npy' leads out of it")
    #expect(
      message { try saveTensors([x], names: [], to: "x.npz") }
        == "saveTensors needs a name for each of 1 tensor, and got 0")
    #expect(
      message { try saveTensors([x, x], names: ["a", "a"], to: "x.npz") } == "saveTensors got the name 'a' twice")
  }
}
