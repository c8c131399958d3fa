import BindingGenerator
import Foundation
import Testing

@Suite struct CurrentTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  /// If this fails, run `swift run bindgen`.
  @Test func generatedFilesAreCurrent() throws {
    let generator = try Generator(root: root)
    #expect(generator.errors.map(\.description) == [])
    #expect(generator.stale(at: root) == [])
    #expect(!generator.files.isEmpty)
  }
}
