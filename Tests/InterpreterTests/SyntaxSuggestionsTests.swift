import Interpreter
import Testing

@Suite struct SyntaxSuggestionsTests {
  static let names = [
    "tensor", "Tensor", "conv2d", "relu", "zeros", "i", "x", "X", "fop", "reshaped", "rotated180", "print",
  ]

  @Test(arguments: [
    ("tensr", "tensor"), ("Tensr", "Tensor"), ("TENSOR", "Tensor"), ("conv2D", "conv2d"), ("conv2", "conv2d"),
    ("cnov2d", "conv2d"), ("reul", "relu"), ("zeroes", "zeros"), ("foo", "fop"), ("rehsaped", "reshaped"),
    ("rotate180", "rotated180"), ("pritn", "print"), ("Print", "print"), ("I", "i"),
  ])
  func nearNames(name: String, expected: String) {
    #expect(closest(to: name, among: Self.names) == expected)
  }

  @Test(arguments: ["j", "y", "ab", "kernel", "conv", "relu6xy", "", "something", "relu"])
  func farNames(name: String) {
    #expect(closest(to: name, among: Self.names.filter { $0 != name }) == nil)
  }

  @Test func theFirstOfEquallyNearNames() {
    #expect(closest(to: "rot", among: ["row", "rob"]) == "row")
  }

  @Test func hugeNamesAreCheap() {
    let huge = String(repeating: "a", count: 100_000)
    #expect(closest(to: huge, among: [huge + "b", "a"]) == nil)
  }
}
