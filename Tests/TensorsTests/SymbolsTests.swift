import Tensors
import Testing

@Suite struct SymbolsTests {
  let a: Tensor
  let b: Tensor

  init() throws {
    a = try Tensor(symbols: "A", shape: [2, 2])
    b = try Tensor(symbols: "B", shape: [2, 2])
  }

  @Test func symbolsAreNumberedFromOne() throws {
    #expect("\(a)" == "Tensor [2, 2] of symbols\n[[A₁₁  A₁₂]\n [A₂₁  A₂₂]]")
    #expect(try "\(Tensor(symbols: "X", shape: [2]))" == "Tensor [2] of symbols\n[X₁  X₂]")
    #expect(try "\(Tensor(symbols: "s", shape: []))" == "Tensor [] of symbols\ns")
    #expect(try Tensor(symbols: "X", shape: [1, 1, 2, 2]).formula(1).description == "X₁₂")
    #expect(try Tensor(symbols: "X", shape: [1, 2, 2, 2]).formula(7).description == "X₂₂₂")
    #expect(try Tensor(symbols: "X", shape: [1, 12]).formula(10).description == "X₁,₁₁")
  }

  @Test func sumsAndProductsAreWrittenAsInTheLecture() throws {
    #expect(try b.multiplied(by: a).formula(0).description == "B₁₁A₁₁")
    #expect(try b.adding(a).formula(0).description == "A₁₁ + B₁₁")
    #expect(try a.subtracting(b).formula(1).description == "A₁₂ - B₁₂")
    #expect(try a.multiplied(by: 2).subtracted(from: 3).formula(0).description == "-2A₁₁ + 3")
    #expect(try a.multiplied(by: a).multiplied(by: a).formula(0).description == "A₁₁³")
    #expect(try a.divided(by: 4).adding(0.5).formula(0).description == "0.25A₁₁ + 0.5")
    #expect(try a.negated().formula(0).description == "-A₁₁")
    #expect(try a.subtracting(a).formula(0).description == "0")
    let d = try Tensor(symbols: "∂E/∂O", shape: [2, 2])
    #expect(try a.multiplied(by: d).formula(0).description == "∂E/∂O₁₁·A₁₁")
    #expect(try a.multiplied(by: d).multiplied(by: 2).formula(0).description == "2·∂E/∂O₁₁·A₁₁")
  }

  @Test func likeTermsAreAddedUp() throws {
    let y = try a.multiplied(by: b).adding(b.multiplied(by: a))
    #expect(y.formula(0).description == "2A₁₁B₁₁")
    #expect(try a.adding(b) == b.adding(a))
    #expect(try a.adding(b) != a)
  }

  @Test func matrixProductAndSumHaveFormulas() throws {
    #expect(try matmul(a, b).formula(1).description == "A₁₁B₁₂ + A₁₂B₂₂")
    #expect(try a.sum(axes: [0]).formula(1).description == "A₁₂ + A₂₂")
    #expect(try a.sum().formula(0).description == "A₁₁ + A₁₂ + A₂₁ + A₂₂")
    #expect(try a.mean().formula(0).description == "0.25A₁₁ + 0.25A₁₂ + 0.25A₂₁ + 0.25A₂₂")
  }

  @Test func formulasAreLines() throws {
    #expect(
      try formulas(a.transposed(), named: "Y") == "Y₁₁ = A₁₁\nY₁₂ = A₂₁\nY₂₁ = A₁₂\nY₂₂ = A₂₂")
    #expect(try formulas(Tensor([[1.5, 2]]), named: "Y") == "Y₁₁ = 1.5\nY₁₂ = 2")
    #expect(
      message { _ = try formulas(Tensor.zeros([1001]), named: "Y") }
        == "formulas writes at most 1000 lines, and this tensor has 1001 elements")
  }

  @Test func numbersAndSymbolsMix() throws {
    #expect(try a.multiplied(by: Tensor([1, 0])).formula(1).description == "0")
    var x = a
    try x.set(0, 0, to: 5)
    #expect(x.formula(0).description == "5")
    #expect(try x.at(0, 0) == 5)
    var y = try Tensor.zeros([2, 2])
    try y.setSubscripted([0], to: a.subscripted([1]))
    #expect(y.formula(0).description == "A₂₁")
  }

  @Test func symbolicGradientsAreRecordedLikeNumbers() throws {
    let x = try a.requiringGradient()
    try x.multiplied(by: b).backward(upstream: Tensor(symbols: "∂E/∂Y", shape: [2, 2]))
    #expect(x.gradient?.formula(1).description == "∂E/∂Y₁₂·B₁₂")
  }

  @Test func whatHasNoFormulaSaysSo() throws {
    #expect(message { _ = try a.max() } == "max needs numbers, and this tensor holds symbols")
    #expect(message { _ = try a.item() } == "item() needs numbers, and this tensor holds symbols")
    #expect(message { _ = try a.dividing(1) } == "/ needs numbers, and this tensor holds symbols")
    #expect(message { _ = try a.asType(.float32) } == "asType needs numbers, and this tensor holds symbols")
    #expect(
      message { _ = try a.at(0, 1) }
        == "this element is the formula A₁₂, which has no number; a range, as in x[0..<1], keeps formulas")
  }

  @Test func formulasDoNotGrowWithoutBound() throws {
    #expect(
      message { _ = try Tensor(symbols: "X", shape: [200, 200]) }
        == "a tensor of symbols has at most 1000 elements, and this one would have 40000")
    var x = try a.sum()
    #expect(
      message {
        for n in 0..<20 { x = try x.multiplied(by: Tensor(symbols: "X\(n)", shape: [3, 3]).sum()) }
      } == "a formula would have more than 200 terms: use smaller tensors of symbols")
  }
}
