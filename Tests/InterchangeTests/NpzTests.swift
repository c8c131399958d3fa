import Foundation
import Interchange
import Tensors
import Testing

private func refusal(_ bytes: [UInt8]) -> String? {
  message { _ = try readNpz(bytes, name: "x.npz") }
}

@Suite struct NpzTests {
  @Test func arraysAreFoundByTheirNames() throws {
    let arrays = try readNpz(file("arrays.npz"))
    #expect(Set(arrays.keys) == ["x", "dy", "mask"])
    #expect(arrays["x"]?.doubles == [-1, -0.5, 0, 0.5, 1, 1.5])
    #expect(arrays["dy"]?.doubles == [-2, -1, 0, 1, 2, 3])
    #expect(arrays["dy"]?.type.description == "<i4")
    #expect(arrays["mask"]?.shape == [2, 3])
    #expect(try readNpz(file("none.npz")).isEmpty)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let arrays = ["x": try NpyArray(Tensor([[1, 2], [3, 4.5]])), "größe": try NpyArray(Tensor(7))]
    #expect(try readNpz(writeNpz(arrays)) == arrays)
    #expect(try readNpz(writeNpz([:])).isEmpty)
  }

  @Test func compressedFilesAreRefused() throws {
    #expect(
      refusal(try file("compressed.npz"))
        == "'x.npy' in x.npz is compressed, which cannot be read: write it with numpy.savez, not numpy.savez_compressed"
    )
  }

  @Test func damageIsFound() throws {
    let good = try writeNpz(["x": NpyArray(Tensor([1, 2]))])
    #expect(refusal([]) == "x.npz is not an npz file: it has no directory at its end")
    #expect(refusal(good.dropLast()) == "x.npz is not an npz file: it has no directory at its end")
    #expect(refusal(Array(good.dropFirst())) == "x.npz is broken: its directory has fewer entries than it says")
    var changed = good
    // A byte of the first number.
    changed[30 + 5 + 128] ^= 1
    #expect(refusal(changed) == "'x.npy' in x.npz is damaged: its checksum is another one than noted")
    changed = good
    changed[0] = 0
    #expect(refusal(changed) == "x.npz is broken: 'x.npy' is not where its directory says")
    changed = good
    // How many entries the directory says it has.
    changed[good.count - 12] = 2
    #expect(refusal(changed) == "x.npz is broken: its directory has fewer entries than it says")
    changed = good
    changed[good.count - 4] = 1
    #expect(refusal(changed)?.hasPrefix("x.npz is broken: the directory would be at byte") == true)
    #expect(refusal(Array("PK".utf8) + [UInt8](repeating: 7, count: 100))?.contains("not an npz file") == true)
  }

  @Test func otherFilesInTheArchiveAreNamed() throws {
    var archive = try writeNpz(["x": NpyArray(Tensor([1]))])
    for place in archive.indices.dropLast(4) where archive[place..<place + 5].elementsEqual("x.npy".utf8) {
      archive.replaceSubrange(place..<place + 5, with: "x.txt".utf8)
    }
    #expect(refusal(archive) == "x.npz holds 'x.txt', which is not an npy file")
  }
}
