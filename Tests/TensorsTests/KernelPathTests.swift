import Kernels
import Tensors
import Testing

/// Large `float32` tensors, and those that are there as pixels, beside the sums and products of their elements one by
/// one.
struct KernelPathTests {
  private func noise(_ shape: [Int], seed: Int) throws -> Tensor {
    try Tensor.uniform(shape, low: -2, high: 2, seed: seed).asType(.float32)
  }

  /// The same numbers, as pixels only.
  private func pixels(_ x: Tensor) throws -> Tensor {
    try x.withPixels { from, layout in
      try .computedPixels(x.shape) { y, _ in y.update(from: from, count: layout.count) }
    }
  }

  private struct Operation {
    let name: String
    let keepsPixels: Bool
    let fast: (Tensor, Tensor) throws -> Tensor
    let plain: (Float, Float) -> Float
  }

  private let operations = [
    Operation(name: "+", keepsPixels: true, fast: { try $0.adding($1) }, plain: { $0 + $1 }),
    Operation(name: "-", keepsPixels: true, fast: { try $0.subtracting($1) }, plain: { $0 - $1 }),
    Operation(name: "*", keepsPixels: true, fast: { try $0.multiplied(by: $1) }, plain: { $0 * $1 }),
    Operation(name: "/", keepsPixels: false, fast: { try $0.divided(by: $1) }, plain: { $0 / $1 }),
  ]

  private func expectSame(_ y: Tensor, _ a: Tensor, _ b: Tensor, _ operation: Operation) throws {
    let (a, b) = (try a.broadcast(to: y.shape), try b.broadcast(to: y.shape))
    let odd = (0..<y.count).first { y.number($0) != Double(operation.plain(Float(a.number($0)), Float(b.number($0)))) }
    #expect(odd == nil, "\(operation.name) of \(a.shape) and \(b.shape), element \(odd ?? 0)")
  }

  @Test(arguments: [[3, 5, 7, 11], [2, 16, 9, 9], [1, 1, 300, 3], [100_003], [40, 1000], [2, 17, 1, 40]])
  func twoTensorsOfOneShape(shape: [Int]) throws {
    let (a, b) = (try noise(shape, seed: 1), try noise(shape, seed: 2))
    for operation in operations {
      try expectSame(operation.fast(a, b), a, b, operation)
      guard shape.count == 4 else { continue }
      for (left, right) in [(try pixels(a), b), (a, try pixels(b)), (try pixels(a), try pixels(b))] {
        let y = try operation.fast(left, right)
        #expect(y.hasOnlyPixels == (operation.keepsPixels || shape[1] == 16), "\(operation.name) of \(shape)")
        try expectSame(y, a, b, operation)
        try expectZerosBehindChannels(y)
      }
    }
  }

  private func expectZerosBehindChannels(_ y: Tensor) throws {
    try y.withPixels { y, layout in
      let isZero = (0..<layout.pixels).allSatisfy { pixel in
        (layout.channels..<layout.step).allSatisfy { y[pixel * layout.step + $0] == 0 }
      }
      #expect(isZero)
    }
  }

  @Test(arguments: [
    ([37, 100], [100]), ([37, 100], [1, 100]), ([5, 7, 40], [7, 40]), ([37, 100], [37, 1]),
    ([3, 1, 400], [1, 2, 400]),
    ([400, 3], [3]), ([3000, 32], [1]),
  ])
  func rowsAndColumns(a: [Int], b: [Int]) throws {
    let (a, b) = (try noise(a, seed: 3), try noise(b, seed: 4))
    for operation in operations { try expectSame(operation.fast(a, b), a, b, operation) }
  }

  @Test(arguments: [
    ([17, 1, 1], true), ([1, 17, 1, 1], true), ([1, 1], false), ([1, 1, 9], false), ([17, 9, 9], false),
  ])
  func imagesAndChannels(shape: [Int], keepsPixels: Bool) throws {
    let (a, b) = (try noise([3, 17, 9, 9], seed: 5), try noise(shape, seed: 6))
    for operation in operations {
      let y = try operation.fast(pixels(a), b)
      #expect(y.hasOnlyPixels == (keepsPixels && operation.keepsPixels))
      try expectSame(y, a, b, operation)
      try expectZerosBehindChannels(y)
    }
  }

  @Test(arguments: [2, -0.5, 0.1, 3, 0, .infinity])
  func numbers(number: Double) throws {
    for shape in [[5000], [2, 5, 9, 9], [2, 16, 9, 9]] {
      let x = try noise(shape, seed: 7)
      let results: [(String, (Tensor) throws -> Tensor, (Double) -> Double)] = [
        ("+", { try $0.adding(number) }, { $0 + number }), ("*", { try $0.multiplied(by: number) }, { $0 * number }),
        ("/", { try $0.divided(by: number) }, { $0 / number }),
        ("n -", { try $0.subtracted(from: number) }, { number - $0 }),
        ("n /", { try $0.dividing(number) }, { number / $0 }),
      ]
      for (name, fast, plain) in results {
        for x in shape.count == 4 ? [x, try pixels(x)] : [x] {
          let y = try fast(x)
          let odd = (0..<x.count).first { y.number($0) != Double(Float(plain(x.number($0)))) }
          #expect(odd == nil, "x \(name) \(number) of \(shape)")
          if shape.count == 4 { try expectZerosBehindChannels(y) }
        }
      }
    }
  }

  @Test(arguments: [[5000], [2, 5, 9, 9], [300, 400]])
  func theSumOfAllElements(shape: [Int]) throws {
    let x = try noise(shape, seed: 8)
    let sum = x.elements.reduce(0, +)
    #expect((try x.sum().item() - sum).magnitude < 1e-6 * Double(x.count).squareRoot() + sum.magnitude * 1e-7)
    if shape.count == 4 { #expect(try pixels(x).sum().item() == x.sum().item()) }
  }

  @Test(arguments: [
    ([3, 5, 9, 9], [0, 2, 3]), ([2, 16, 9, 9], [0, 2, 3]), ([100, 64], [0]), ([7, 30, 48], [0, 1]),
    ([100, 30], [0]), ([30, 100], [1]), ([5, 8, 48], [1]), ([3, 5, 9, 9], [2, 3]),
  ])
  func sumsOverSomeAxes(shape: [Int], axes: [Int]) throws {
    let x = try noise(shape, seed: 11)
    let expected = try x.asType(.float64).sum(axes: axes)
    // Row by row, as pixels, and both.
    for x in shape.count == 4 ? [try noise(shape, seed: 11), try pixels(x), x] : [x] {
      let y = try x.sum(axes: axes)
      #expect(y.shape == expected.shape && y.dtype == .float32)
      #expect(zip(y.elements, expected.elements).allSatisfy { ($0 - $1).magnitude < 1e-5 })
    }
  }

  @Test(
    arguments: [(1, 1, 1), (3, 4, 5), (33, 70, 29), (128, 300, 10), (1, 500, 300), (70, 1, 600), (5, 0, 4)],
    [false, true])
  func productsOfTransposedMatrices(sizes: (m: Int, k: Int, n: Int), isDouble: Bool) throws {
    let (m, k, n) = sizes
    func matrix(_ shape: [Int], _ seed: Int) throws -> Tensor {
      isDouble ? try Tensor.uniform(shape, low: -2, high: 2, seed: seed) : try noise(shape, seed: seed)
    }
    let (a, b) = (try matrix([m, k], 12), try matrix([k, n], 13))
    let (exactA, exactB) = (a.elements, b.elements)
    let limit = isDouble ? 1e-12 : 2e-6 * Double(max(k, 1))
    for (left, isLeft) in [(a, false), (try a.transposed(), true)] {
      for (right, isRight) in [(b, false), (try b.transposed(), true)] {
        let y = try product(of: left, transposed: isLeft, right, transposed: isRight)
        #expect(y.shape == [m, n])
        let isRight = (0..<m * n).allSatisfy { place in
          let sum = (0..<k).reduce(0) { $0 + exactA[place / n * k + $1] * exactB[$1 * n + place % n] }
          return (y.number(place) - sum).magnitude <= limit
        }
        #expect(isRight)
      }
    }
  }

  @Test func resultsDoNotDependOnTheThreads() throws {
    let (a, b) = (try noise([700, 900], seed: 9), try noise([900], seed: 10))
    let before = ThreadPool.threads
    defer { ThreadPool.threads = before }
    func results() throws -> [Double] {
      try [
        a.multiplied(by: b).sum().item(), a.adding(a).sum(axes: [0]).elements[5],
        product(of: a, transposed: true, a, transposed: false).sum().item(),
      ]
    }
    ThreadPool.threads = 1
    let one = try results()
    ThreadPool.threads = 3
    #expect(try results() == one)
  }
}
