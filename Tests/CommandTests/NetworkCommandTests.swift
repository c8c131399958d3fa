import Foundation
import Testing

/// `convbook bench` and `convbook train`.
@Suite struct NetworkCommandTests {
  @Test func timesAreRowsOfJSON() throws {
    let result = Program.run(["bench", "add-3x3", "add-3x3-recorded", "--rounds", "3", "--threads", "2", "--json"])
    #expect(result.status == 0)
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    #expect(rows.compactMap { $0["name"] as? String } == ["add-3x3", "add-3x3-recorded"])
    for row in rows {
      #expect(row["threads"] as? Int == 2)
      #expect(row["rounds"] as? Int == 3)
      let median = try #require(row["median_seconds"] as? Double)
      let least = try #require(row["min_seconds"] as? Double)
      #expect(0 < least && least <= median)
    }
  }

  @Test(arguments: ["CONVBOOK_THREADS", "CONVBOOK_KERNELS"])
  func settingsOfTheEnvironmentThatAreNoneAreNamed(name: String) {
    let result = Program.run(["list"], environment: [name: "many"])
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix("convbook: \(name)"))
    #expect(Program.run(["list"]).errors == "")
  }

  @Test func timesAreShownWithTheirUnits() {
    let result = Program.run(["bench", "add-3x3", "--rounds", "1"])
    #expect(result.output.contains(/^add-3x3  median \d[\d.]+ [nµm]s +least \d[\d.]+ [nµm]s\n$/))
  }

  @Test func whatCanBeTimedIsListed() {
    let result = Program.run(["bench", "--list"])
    #expect(result.status == 0)
    #expect(result.output.contains("vgg19-forward-b1"))
  }

  @Test(arguments: [
    (["bench", "resnet"], "convbook: there is no benchmark 'resnet'; there are mnist-step, vgg19-forward-b1, "),
    (["bench", "add-3x3", "--threads", "0"], "Error: threads is a whole number from 1 to 256, such as 4; not '0'\n"),
    (["bench", "add-3x3", "--threads", "x"], "Error: threads is a whole number from 1 to 256, such as 4; not 'x'\n"),
    (["bench", "add-3x3", "--rounds", "0"], "Error: rounds is a whole number, 1 or more; not '0'\n"),
    (["train"], "convbook: say where MNIST is: --data FOLDER, or CONVBOOK_DATA\n"),
    (["train", "--data", "/nowhere"], "convbook: there is no folder '/nowhere'\n"),
    (["train", "--data", "/nowhere", "--epochs", "0"], "Error: epochs is a whole number, 1 or more; not '0'\n"),
  ])
  func wrongUsageIsCode2(arguments: [String], sentence: String) {
    let result = Program.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix(sentence))
  }

  @Test func moreThreadsThanCoresAreNoted() {
    let result = Program.run(["bench", "add-3x3", "--rounds", "1", "--threads", "256"])
    #expect(result.status == 0)
    #expect(result.errors.contains(/256 threads share \d+ cores?: more threads than cores are not faster/))
  }

  /// 256 images to learn from are two steps of 128.
  @Test func anEpochOnFewImages() throws {
    let folder = Program.temporaryFolder()
    for (part, count) in [("train", 256), ("t10k", 8)] {
      let size = [0, 0, UInt8(count >> 8), UInt8(count & 255)]
      let pixels = (0..<count * 784).map { UInt8(truncatingIfNeeded: $0 * 7) }
      let images = [0, 0, 8, 3] + size + [0, 0, 0, 28, 0, 0, 0, 28] + pixels
      let labels = [0, 0, 8, 1] + size + (0..<count).map { UInt8($0 % 10) }
      try Data(images).write(to: URL(filePath: "\(folder)/\(part)-images-idx3-ubyte"))
      try Data(labels).write(to: URL(filePath: "\(folder)/\(part)-labels-idx1-ubyte"))
    }
    let runs = (0..<2).map { _ in Program.run(["train", "--data", folder, "--epochs", "2", "--seed", "3"]) }
    #expect(runs[0].status == 0)
    #expect(runs[0].output.hasPrefix("836522 parameters, 256 images, 8 for the test\nepoch 1: 2 steps in "))
    let results = runs.map { $0.output.matches(of: /test loss .*/).map { String($0.output) } }
    #expect(results[0].count == 2)
    #expect(results[0] == results[1], "the seed decides")
  }
}
