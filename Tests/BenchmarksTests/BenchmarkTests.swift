import Benchmarks
import Testing

struct BenchmarkTests {
  @Test func namesAreUnique() {
    let names = Benchmark.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("mnist-step") && names.contains("resnet18-step-b32") && names.contains("add-3x3"))
  }

  @Test func namesFindBenchmarksInTheirOrder() throws {
    #expect(try Benchmark.named(["sgemm-512", "mnist-step"]).map(\.name) == ["sgemm-512", "mnist-step"])
    #expect(try Benchmark.named([]).count == Benchmark.all.count)
  }

  @Test func anUnknownNameIsAnswered() {
    let sentence = "there is no benchmark 'resnet'; there are mnist-step, vgg19-forward-b1, "
    #expect { try Benchmark.named(["resnet"]) } throws: { "\($0)".hasPrefix(sentence) }
  }

  @Test func theMedianIsInTheMiddle() {
    func measurement(_ seconds: [Double]) -> Measurement { Measurement(name: "", threads: 1, seconds: seconds) }
    #expect(measurement([5, 1, 2]).median == 2)
    #expect(measurement([5, 1, 2, 4]).median == 3)
    #expect(measurement([5, 1, 2]).minimum == 1)
  }

  @Test func roundsAreCounted() throws {
    let measurement = try Measurement(of: Benchmark.named(["add-3x3"])[0], rounds: 3)
    #expect(measurement.seconds.count == 3)
    #expect(measurement.minimum > 0 && measurement.median < 0.001)
  }
}
