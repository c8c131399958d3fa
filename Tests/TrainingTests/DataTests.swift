import Foundation
import Tensors
import Testing
import Training

struct ImageSetTests {
  /// Two images of 1×2 pixels.
  let images = try! ImageSet(pixels: [0, 255, 51, 204], labels: [7, 3], imageShape: [1, 1, 2])

  @Test func pixelsGoFromMinus1To1() throws {
    let batch = try images.batch([1, 0, 1])
    #expect(batch.images.shape == [3, 1, 1, 2])
    #expect(batch.images.dtype == .float32)
    let expected = [-0.6, 0.6, -1, 1, -0.6, 0.6]
    #expect(zip(batch.images.elements, expected).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(batch.labels.elements == [3, 7, 3])
  }

  @Test func everyImageNeedsALabel() {
    #expect(throws: TensorError("3 labels need 3 images of shape [1, 1, 2], 6 bytes, and got 4")) {
      try ImageSet(pixels: [0, 0, 0, 0], labels: [1, 2, 3], imageShape: [1, 1, 2])
    }
  }

  @Test func shuffledBatchesAreWhole() throws {
    let images = try ImageSet(
      pixels: ArraySlice(repeating: 0, count: 1000), labels: ArraySlice(repeating: 0, count: 1000), imageShape: [1])
    var random = Random(seed: 1)
    let batches = images.shuffledBatches(of: 128, &random)
    #expect(batches.map(\.count) == [Int](repeating: 128, count: 7))
    #expect(Set(batches.joined()).count == 7 * 128)
    #expect(batches[0] != Array(0..<128))
    #expect(batches != images.shuffledBatches(of: 128, &random), "every epoch has an order of its own")
    var again = Random(seed: 1)
    #expect(batches == images.shuffledBatches(of: 128, &again))
    #expect(images.batches(of: 256).map(\.count) == [256, 256, 256, 232])
    #expect(Array(images.batches(of: 256).joined()) == Array(0..<1000))
  }
}

final class MNISTTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "convbook-mnist-\(UUID().uuidString)").path

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func idx(_ shape: [Int], _ bytes: [UInt8]) -> Data {
    Data([0, 0, 8, UInt8(shape.count)] + shape.flatMap { [0, 0, UInt8($0 >> 8), UInt8($0 & 255)] } + bytes)
  }

  /// Two images to learn from, one for tests; `changes` are other contents for some files.
  func written(_ changes: [String: Data?] = [:]) throws -> String {
    let blank = [UInt8](repeating: 0, count: 784)
    var files: [String: Data?] = [
      "train-images-idx3-ubyte": idx([2, 28, 28], blank + [255] + blank.dropFirst()),
      "train-labels-idx1-ubyte": idx([2], [4, 9]), "t10k-images-idx3-ubyte": idx([1, 28, 28], blank),
      "t10k-labels-idx1-ubyte": idx([1], [0]),
    ]
    files.merge(changes) { $1 }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for case (let name, let data?) in files { try data.write(to: URL(filePath: folder).appending(path: name)) }
    return folder
  }

  func message(_ folder: String) -> String {
    do {
      _ = try MNIST(folder: folder)
      return "read"
    } catch {
      return "\(error)".replacing(self.folder, with: "F")
    }
  }

  @Test func imagesComeWithTheirLabels() throws {
    let mnist = try MNIST(folder: written())
    #expect(mnist.training.count == 2 && mnist.test.count == 1)
    let batch = try mnist.training.batch([1])
    #expect(batch.images.shape == [1, 1, 28, 28])
    #expect(batch.images.elements.prefix(2) == [1, -1])
    #expect(batch.labels.elements == [9])
  }

  @Test func aMissingFolderOrFileIsNamed() throws {
    #expect(message("/nowhere") == "there is no folder '/nowhere'")
    #expect(
      try message(written(["train-images-idx3-ubyte": nil]))
        == "'F' does not hold MNIST: there is no train-images-idx3-ubyte or train-images-idx3-ubyte.gz, neither there nor "
        + "in its folder mnist")
    try FileManager.default.removeItem(atPath: folder)
    #expect(
      try message(written(["t10k-labels-idx1-ubyte": nil]))
        == "there is no file 'F/t10k-labels-idx1-ubyte', and none with .gz behind it")
  }

  @Test(arguments: [
    ("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 2, 4, 10], "F/%@ has a label 10, and digits are from 0 to 9"),
    (
      "train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 1, 4],
      "F/train-images-idx3-ubyte has 2 images, and F/%@ labels of shape [1]"
    ),
    (
      "t10k-images-idx3-ubyte", [0, 0, 8, 1, 0, 0, 0, 1, 4],
      "F/%@ holds an array of shape [1], and not images of 28×28 pixels"
    ),
    ("t10k-images-idx3-ubyte", [80, 75, 3, 4], "F/%@ is not an IDX file of bytes: it begins with 50 4b 3 4"),
    ("t10k-images-idx3-ubyte", [31, 139, 8, 0], "F/%@ is cut short: the header needs 6 bytes, and 0 are left"),
  ])
  func brokenFilesAreNamed(file: String, bytes: [UInt8], expected: String) throws {
    #expect(try message(written([file: Data(bytes)])) == expected.replacing("%@", with: file))
  }
}
