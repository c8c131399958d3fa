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
      let (groups, filters) = (pick(1...3), pick(1...5))
      let kernel = (0..<axes).map { _ in pick(1...3) }
      let dilations = (0..<axes).map { _ in pick(1...2) }
      var strides = (0..<axes).map { _ in pick(1...3) }
      strides[axes - 1] = 1
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

  @Test func whatIsLargeOrHasAStrideGoesAnotherWay() throws {
    let (x, k) = (try Tensor.zeros([1, 1, 70, 70]), try Tensor.zeros([1, 1, 3, 3]))
    #expect(try slideByVectors(x, k, ConvolutionGeometry(input: x.shape, kernel: k.shape)) == nil)
    let small = try Tensor.zeros([1, 1, 9, 9])
    #expect(try slideByVectors(small, k, ConvolutionGeometry(input: small.shape, kernel: k.shape, stride: 2)) == nil)
    let far = try ConvolutionGeometry(
      input: small.shape, kernel: k.shape, strides: [1_000_000_000, 1], padding: .zeros([1_000_000_000, 0]),
      dilations: [1, 1])
    #expect(try slideByVectors(small, k, far) == nil)
  }
}
