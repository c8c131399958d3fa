import Operators
import Tensors
import Testing

/// What takes long asks now and then whether to go on, and stops when it should not.
@Suite struct InterruptionTests {
  struct Operation: Sendable, CustomTestStringConvertible {
    let name: String
    /// How often it asks, at least: more often than the tensors ask that it makes on its way.
    let questions: Int
    let run: @Sendable () throws -> Void
    var testDescription: String { name }

    init(_ name: String, _ run: @escaping @Sendable (Tensor) throws -> Void) {
      self.name = name
      questions = 2
      // A million elements are several blocks of every loop.
      self.run = { try run(Interruption.forbidding { try Tensor.ones([1000, 1000]) }) }
    }

    init(
      _ name: String, _ shape: [Int], _ dtype: DType = .float64, questions: Int = 2,
      _ run: @escaping @Sendable (Tensor) throws -> Void
    ) {
      self.name = name
      self.questions = questions
      self.run = { try run(Interruption.forbidding { try Tensor.ones(shape, dtype: dtype) }) }
    }
  }

  static let operations = [
    Operation("zeros") { _ in _ = try Tensor.zeros([2000, 1000]) },
    Operation("full") { _ in _ = try Tensor.full([1000, 1000], value: 2) },
    Operation("full float32") { _ in _ = try Tensor.full([2000, 1000], value: 2, dtype: .float32) },
    Operation("from numbers") { _ in _ = try Tensor([Double](repeating: 1, count: 1_000_000)) },
    Operation("arange") { _ in _ = try Tensor.arange(0, 1_000_000) },
    Operation("linspace") { _ in _ = try Tensor.linspace(0, 1, count: 1_000_000) },
    Operation("uniform") { _ in _ = try Tensor.uniform([1000, 1000], seed: 1) },
    Operation("normal") { _ in _ = try Tensor.normal([1000, 1000], seed: 1) },
    Operation("elements") { x in _ = x.elements },
    Operation("elements float32", [1000, 1000], .float32) { x in _ = x.elements },
    Operation("==") { x in _ = x == x },
    Operation("isClose") { x in _ = try x.isClose(to: x) },
    Operation("asType") { x in _ = try x.asType(.float32) },
    Operation("tensor + tensor") { x in _ = try x.adding(x) },
    Operation("tensor + row") { x in _ = try x.adding(Interruption.forbidding { try Tensor.ones([1000]) }) },
    Operation("long row + number", [1_000_000]) { x in
      _ = try x.adding(Interruption.forbidding { try Tensor.ones([1]) })
    },
    Operation("tensor * number") { x in _ = try x.multiplied(by: 2) },
    // Other threads may do all of it before this one gets to ask.
    Operation("float32 * number", [2000, 1000], .float32, questions: 1) { x in _ = try x.multiplied(by: 2) },
    Operation("exp") { x in _ = try exp(x) },
    Operation("maximum") { x in _ = try maximum(x, x) },
    Operation("transposed") { x in _ = try x.transposed() },
    Operation("flipped") { x in _ = try x.flipped(axes: [0]) },
    Operation("padded", [2000, 1000]) { x in _ = try x.padded(1) },
    Operation("part") { x in _ = try x.subscripted([0..<999, 0..<999]) },
    Operation("broadcast", [1000, 1]) { x in _ = try x.broadcast(to: [1000, 1000]) },
    Operation("sum") { x in _ = try x.sum() },
    Operation("sum of a long row", [1_000_000]) { x in _ = try x.sum() },
    Operation("sum of columns") { x in _ = try x.sum(axes: [0]) },
    Operation("max") { x in _ = try x.max(axes: [1]) },
    Operation("argmax") { x in _ = try x.argmax(axis: 1) },
    Operation("argmax of a long row", [1_000_000]) { x in _ = try x.argmax(axis: 0) },
    Operation("matmul") { x in _ = try matmul(x, x) },
    Operation("conv2d", [4, 8, 128, 128]) { x in
      _ = try conv2d(x, kernel: Interruption.forbidding { try Tensor.ones([8, 8, 3, 3]) })
    },
    Operation("backward") { x in
      let y = try Interruption.forbidding { try x.requiringGradient().multiplied(by: x).sum() }
      try y.backward()
    },
  ]

  static let allOperations = operations + poolingOperations + networkOperations

  @Test(arguments: allOperations) func asksOftenEnough(_ operation: Operation) throws {
    var questions = 0
    try Interruption.allowing({ questions += 1 }, operation.run)
    #expect(questions >= operation.questions)
  }

  @Test(arguments: allOperations) func stopsAtTheFirstQuestion(_ operation: Operation) {
    var questions = 0
    func stop() throws {
      questions += 1
      throw TensorError("stopped")
    }
    #expect(message { try Interruption.allowing(stop, operation.run) } == "stopped")
    #expect(questions == 1)
  }

  @Test func smallWorkIsNotInterrupted() throws {
    func stop() throws { throw TensorError("stopped") }
    #expect(try Interruption.allowing(stop) { try Tensor.ones([2]).adding(1).elements } == [2, 2])
  }

  @Test func aStoppedFunctionGivesItsMemoryBack() throws {
    func stop() throws { throw TensorError("stopped") }
    let before = TensorMemory.used
    #expect(message { try Interruption.allowing(stop) { _ = try Tensor.zeros([1 << 28]) } } == "stopped")
    #expect(TensorMemory.used - before < 1 << 31)
  }

  /// The interrupt comes after the copy of `x`, so that only the write could be cut in half.
  @Test func aWriteInPlaceIsFinished() throws {
    func stop() throws { throw TensorError("stopped") }
    var x = try Tensor.zeros([1_000_000])
    let ones = try Tensor.ones([1_000_000])
    try Interruption.allowing(stop) { try x.setSubscripted([0..<1_000_000], to: ones) }
    #expect(x == ones)
  }

  /// Products of parts add up to the product, whichever way the matrices lie in memory.
  @Test func productsInPartsAreWhole() throws {
    let (m, k, n) = (600, 1100, 700)
    let a = try Tensor.uniform([m, k], low: -1, seed: 1)
    let b = try Tensor.uniform([k, n], low: -1, seed: 2)
    let y = try matmul(a, b)
    let (left, right) = (a.elements, b.elements)
    for (i, j) in [(0, 0), (511, 0), (512, 1), (599, 180), (599, 699), (3, 354), (300, 400)] {
      let sum = (0..<k).reduce(0.0) { $0 + left[i * k + $1] * right[$1 * n + j] }
      #expect(abs(y.number(i * n + j) - sum) < 1e-9)
    }
    let viaTransposed = try Tensor.computed(
      [m, n], from: a.transposed(), b.transposed(), as: Double.self
    ) { y, a, b in
      try Double.multiply(a, transposed: true, b, transposed: true, into: y, m, k, n)
    }
    #expect(try viaTransposed.isClose(to: y, rtol: 1e-9, atol: 1e-9))
  }
}
