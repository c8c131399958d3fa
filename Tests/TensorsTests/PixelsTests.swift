import Kernels
import Tensors
import Testing

struct PixelsTests {
  /// Images whose elements are 0, 1, 2 ... row by row, made as pixels only.
  private func pixels(_ shape: [Int]) throws -> Tensor {
    try .computedPixels(shape) { y, layout in
      for i in 0..<layout.count { y[i] = 0 }
      let plane = layout.height * layout.width
      for pixel in 0..<layout.pixels {
        for c in 0..<layout.channels {
          let row = (pixel / plane * layout.channels + c) * plane + pixel % plane
          y[pixel * layout.step + c] = Float(row)
        }
      }
    }
  }

  private func ramp(_ shape: [Int]) throws -> Tensor {
    let count = shape.reduce(1, *)
    return try Tensor((0..<count).map(Double.init), shape: shape, dtype: .float32)
  }

  private let shapes = [
    [2, 3, 4, 5], [1, 16, 3, 3], [3, 17, 1, 2], [2, 32, 1, 1], [2, 5, 1, 1], [0, 3, 4, 4], [2, 0, 3, 3],
  ]

  @Test func pixelsAreSeenRowByRow() throws {
    for shape in shapes {
      let x = try pixels(shape)
      #expect(x.shape == shape)
      #expect(x.elements == (0..<x.count).map(Double.init), "\(shape)")
    }
  }

  @Test func rowsAreMadeIntoPixelsAndKept() throws {
    for shape in shapes where !shape.contains(0) {
      let (x, expected) = (try ramp(shape), try pixels(shape))
      let first = try x.withPixels { a, layout in
        try expected.withPixels { b, _ in
          #expect((0..<layout.count).allSatisfy { a[$0] == b[$0] }, "\(shape)")
        }
        return a
      }
      #expect(try x.withPixels { a, _ in a } == first)
    }
  }

  @Test func aTensorTellsWhetherItHasPixels() throws {
    let x = try ramp([2, 3, 4, 5])
    #expect(!x.hasPixels && !x.hasOnlyPixels)
    try x.withPixels { _, _ in }
    #expect(x.hasPixels && !x.hasOnlyPixels)
    #expect(try !x.reshaped([3, 2, 4, 5]).hasPixels)
    #expect(try x.reshaped([2, 3, 20, 1]).hasPixels)
    let y = try pixels([2, 3, 4, 5])
    #expect(y.hasPixels && y.hasOnlyPixels)
    #expect(y.number(7) == 7)
    #expect(y.hasPixels && !y.hasOnlyPixels)
  }

  /// Channels that fill whole vectors are joined and cut as pixels; others row by row, with the same numbers.
  @Test(arguments: [[16, 32, 5], [16], [32, 48], [5, 16], [16, 1, 16], [0, 16, 3]])
  func channelsAreJoinedAndCut(channels: [Int]) throws {
    let shapes = channels.map { [2, $0, 3, 4] }
    func joined(_ parts: [Tensor]) throws -> (y: Tensor, gradients: [Tensor]) {
      let inputs = try parts.map { try $0.requiringGradient() }
      let y = try concatenated(inputs, axis: 1)
      let dy = try pixels(y.shape).multiplied(by: 3)
      return (y, try gradients(of: y, at: inputs, upstream: dy))
    }
    let (fast, plain) = (try joined(shapes.map(pixels)), try joined(shapes.map(ramp)))
    let areWhole = channels.dropLast().allSatisfy { $0 % 16 == 0 }
    #expect(fast.y.hasOnlyPixels == areWhole && !plain.y.hasOnlyPixels)
    // A part without channels is cut row by row.
    #expect(fast.gradients.allSatisfy(\.hasOnlyPixels) == (areWhole && !channels.contains(0)))
    // Whoever writes pixels writes the zeros behind their channels.
    for tensor in [fast.y] + fast.gradients {
      try tensor.withPixels { x, layout in
        for pixel in 0..<layout.pixels {
          #expect((layout.channels..<layout.step).allSatisfy { x[pixel * layout.step + $0] == 0 })
        }
      }
    }
    #expect(fast.y.elements == plain.y.elements)
    #expect(fast.gradients.map(\.elements) == plain.gradients.map(\.elements))
  }

  @Test func aReshapedTensorHasPixelsOfItsOwn() throws {
    let x = try pixels([2, 3, 4, 5]).reshaped([3, 2, 4, 5])
    try pixels([3, 2, 4, 5]).withPixels { a, layout in
      try x.withPixels { b, _ in #expect((0..<layout.count).allSatisfy { a[$0] == b[$0] }) }
    }
    let rows = try ramp([2, 3, 7])
    try pixels([2, 3, 1, 7]).withPixels { a, layout in
      try rows.withPixels(as: [2, 3, 1, 7]) { b, _ in #expect((0..<layout.count).allSatisfy { a[$0] == b[$0] }) }
    }
    #expect(
      message { try ramp([2, 3]).withPixels { _, _ in } }
        == "pixels need images [N, C, H, W] in float32, and not a tensor of shape [2, 3]")
    #expect(message { try Tensor.zeros([1, 1, 1, 1]).withPixels { _, _ in } }?.hasPrefix("pixels need") == true)
  }

  @Test func aWriteInPlaceForgetsWhatWasMadeFromTheElements() throws {
    final class Sum {
      let value: Double
      init(_ value: Double) { self.value = value }
    }
    func sum(_ x: Tensor) throws -> Double {
      try x.storage.derived("sum", byteCount: 8) { Sum(x.elements.reduce(0, +)) }.value
    }
    let writes: [(inout Tensor) throws -> Void] = [
      { try $0.setElement(at: [1, 2, 3, 4], to: 1000) },
      { try $0.setSubscripted([1, 2, 3, 4], to: Tensor(1000)) },
      { try $0.changeElements(as: Float.self) { $0[119] = 1000 } },
    ]
    for write in writes {
      for make in [pixels, ramp] {
        var x = try make([2, 3, 4, 5])
        let original = x
        _ = try sum(x)
        try x.withPixels { _, _ in }
        try write(&x)
        #expect(try sum(x) == 7140 - 119 + 1000)
        #expect(try sum(original) == 7140)
        // Alone with its storage, too.
        try x.withPixels { _, _ in }
        try write(&x)
        try x.setElement(at: [0, 0, 0, 0], to: 5)
        #expect(try sum(x) == 7140 - 119 + 1005)
        #expect(try x.withPixels { x, _ in x[0] } == 5)
      }
    }
  }

  @Test func whatWasComputedFromAStorageIsComputedOnce() throws {
    let x = try ramp([4])
    var calls = 0
    for _ in 0..<3 {
      for key in ["a", "b"] {
        _ = try x.storage.derived(key, byteCount: 40) {
          calls += 1
          return AlignedBuffer(count: 10)
        }
      }
    }
    #expect(calls == 2)
  }

  /// Images of many sizes, one after the other, need one kernel in many orders: not all of them are kept.
  @Test func whatIsNoLongerKeptIsNoLongerCounted() throws {
    let x = try ramp([4])
    var largest = 0
    let before = TensorMemory.used
    for key in 0..<1000 {
      _ = try x.storage.derived(key, byteCount: 1 << 20) { AlignedBuffer(count: 10) }
      largest = max(largest, TensorMemory.used - before)
    }
    // Other tests have tensors too, but not a gigabyte.
    #expect(largest < 300 << 20)
  }

  @Test func rowsAreWholeAlsoWhereTheComputationShouldEnd() throws {
    let x = try Tensor.computedPixels([2, 16, 300, 300]) { y, layout in
      for i in 0..<layout.count { y[i] = Float(i % 1000) }
    }
    func stop() throws { throw TensorError("stopped") }
    func readAndAsk() throws {
      _ = x.number(0)
      try Interruption.poll()
    }
    #expect(throws: TensorError.self) { try Interruption.allowing(stop, readAndAsk) }
    for i in stride(from: 1, to: x.count, by: 997) {
      let (image, rest) = i.quotientAndRemainder(dividingBy: 16 * 90_000)
      let pixel = image * 90_000 + rest % 90_000
      #expect(x.number(i) == Double((pixel * 16 + rest / 90_000) % 1000))
    }
  }

  @Test func pixelsBeyondTheBudgetAreRefused() throws {
    #expect(
      message { _ = try Tensor.computedPixels([1 << 20, 1, 1 << 10, 1]) { _, _ in } }
        == "this tensor would need 64.0 GB, and 4.0 GB are allowed")
    #expect(
      message { _ = try Tensor.computedPixels([1 << 30, 1, 1 << 29, 1]) { _, _ in } }?
        .hasSuffix("more elements than a computer can count") == true)
    #expect(
      message { _ = try Tensor.computedPixels([-1, 1, 1, 1]) { _, _ in } }?.contains("a size is 0 or more") == true)
  }
}
