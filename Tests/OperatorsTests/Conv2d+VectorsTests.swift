import Operators
import Tensors
import Testing

/// The path of small convolutions against the readable one, on random shapes.
@Suite struct Conv2dVectorsTests {
  @Test func randomShapesMatchTheReference() throws {
    var random = Random(seed: 5)
    func pick(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(random.uniform() * Double(range.count)) }
    var taken = 0
    for seed in 0..<120 {
      let axes = pick(1...3)
      let (groups, filters) = (pick(1...3), pick(3...9))
      let kernel = (0..<axes).map { _ in pick(1...3) }
      let dilations = (0..<axes).map { _ in pick(1...2) }
      let strides = (0..<axes).map { _ in pick(1...3) }
      let size = zip(kernel, dilations).map { ($0 - 1) * $1 + pick(1...(axes == 3 ? 5 : 12)) }
      let (before, after) = ((0..<axes).map { _ in pick(0...3) }, (0..<axes).map { _ in pick(0...3) })
      let x = try Tensor.normal([pick(0...2), pick(1...3) * groups] + size, seed: seed)
      let k = try Tensor.normal([filters * groups, x.shape[1] / groups] + kernel, seed: seed + 100)
      let g = try ConvolutionGeometry(
        input: x.shape, kernel: k.shape, axes: axes, strides: strides, padding: .zeros(before: before, after: after),
        dilations: dilations, groups: groups)
      guard let y = try slideByVectors(x, k, g) else { continue }
      taken += 1
      #expect(distance(y, try slide(x, k, g, Double.self)) < 1e-12)
    }
    #expect(taken > 100)
  }

  @Test func whatIsLargeOrHasFewFiltersGoesAnotherWay() throws {
    func isTaken(_ input: [Int], _ kernel: [Int], strides: [Int] = [1, 1], padding: Padding = .valid) throws -> Bool {
      let g = try ConvolutionGeometry(
        input: input, kernel: kernel, strides: strides, padding: padding, dilations: [1, 1])
      return try slideByVectors(Tensor.zeros(input), Tensor.zeros(kernel), g) != nil
    }
    #expect(try isTaken([1, 1, 9, 9], [3, 1, 3, 3]))
    #expect(try !isTaken([1, 1, 70, 70], [3, 1, 3, 3]))
    #expect(try !isTaken([1, 1, 9, 9], [2, 1, 3, 3]))
    #expect(
      try !isTaken(
        [1, 1, 9, 9], [3, 1, 3, 3], strides: [1_000_000_000, 1], padding: .zeros([1_000_000_000, 0])))
  }
}
