import Bindings
import Courseware
import Interpreter
import Testing

/// A lesson of one exercise `f`, with this check and this solution.
private func body(_ signature: String, check: String, solution: String) -> String {
  """
  ```swift exercise f
  func f(\(signature) { <#it#> }
  ```

  ```swift check f
  \(check)
  ```

  ```swift solution f
  func f(\(signature) { \(solution) }
  ```
  """
}

@Suite struct CheckWordTests {
  @Test func aPropertyHasASentence() throws {
    let body = body(
      "_ n: Int) -> Int", check: "for n in 1...3 { expect(\"f\", f(n) > n, \"the result is larger than \\(n)\") }",
      solution: "n + 1")
    #expect(try judge("func f(_ n: Int) -> Int { n + 5 }", body: body).passed)
    let report = try judge("func f(_ n: Int) -> Int { n == 2 ? 0 : 9 }", body: body)
    #expect(
      report.lines == [
        "f wrong in 1 of 3 elements", "f, case 2: the result is larger than 2", "Of f's 3 cases, this one is wrong: 2",
      ])
  }

  @Test func statisticsMayBeNear() throws {
    let body = body(
      "_ seed: Int) -> Tensor",
      check:
        "expectNear(\"mean\", f(1).mean().item(), 0, within: 0.1)\nexpectNear(\"all\", f(1) * 0, Tensor([0, 0]), within: 0)",
      solution: "Tensor([0.01 * Double(seed), 0])")
    #expect(try judge("func f(_ seed: Int) -> Tensor { Tensor([0.09, 0.1]) }", body: body).passed)
    let report = try judge("func f(_ seed: Int) -> Tensor { Tensor([1, 0.5]) }", body: body)
    #expect(
      report.lines == ["mean wrong, all ok", "First wrong element: mean is 0.75, expected 0 (case 1)"])
  }

  private static let layer = """
    ```swift exercise gradients
    func gradients(_ dy: Tensor, _ x: Tensor, _ w: Tensor, _ b: Tensor) -> [Tensor] { <#dx, dw, db#> }
    ```

    ```swift check gradients
    for (x, w, b, dy) in matrixCases(seed: 4) {
      expectGradients(
        ["dx", "dw", "db"], gradients(dy, x, w, b), of: { linear($0[0], weights: $0[1], bias: $0[2]) }, at: [x, w, b],
        upstream: dy)
    }
    ```

    ```swift solution gradients
    func gradients(_ dy: Tensor, _ x: Tensor, _ w: Tensor, _ b: Tensor) -> [Tensor] {
      [matmul(dy, w), matmul(dy.transposed(), x), dy.sum(axes: [0])]
    }
    ```
    """

  @Test func eachGradientOfALayerHasItsVerdict() throws {
    let report = try judge(
      """
      func gradients(_ dy: Tensor, _ x: Tensor, _ w: Tensor, _ b: Tensor) -> [Tensor] {
        [matmul(dy, w), -matmul(dy.transposed(), x), dy.sum(axes: [0])]
      }
      """, body: Self.layer)
    #expect(report.lines.first == "dx ok, dw wrong in 41 of 41 elements, db ok")
    #expect(report.lines.dropFirst().first == "Seen in dw: the sign is flipped in every element")
    #expect(report.verdicts.map(\.status) == [.ok, .wrong, .ok])
    #expect(report.verdicts.map(\.kind) == [.gradient, .gradient, .gradient])
  }

  @Test func aGradientTooFewIsSaid() throws {
    let report = try judge(
      "func gradients(_ dy: Tensor, _ x: Tensor, _ w: Tensor, _ b: Tensor) -> [Tensor] { [dy] }", body: Self.layer)
    #expect(!report.passed)
    #expect(
      report.lines.last
        == "The check stopped with what the answer gave it: each gradient has a name and an input: 3 names, 1 gradients, "
        + "3 inputs")
  }

  // MARK: - Why

  @Test func whyATheGradientIsWhatItIs() throws {
    let body = body(
      "_ dy: Tensor) -> Tensor",
      check: """
        let k = Tensor([[1, 2], [3, 4]])
        let dy = Tensor([[1, 0], [0, 10]])
        expectGradient("dX", f(dy), of: { correlate2d($0, k) }, at: Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), upstream: dy)
        """, solution: "correlate2d(dy, Tensor([[4, 3], [2, 1]]), mode: .full)")
    let report = try judge(
      "func f(_ dy: Tensor) -> Tensor {\n  var d = correlate2d(dy, Tensor([[4, 3], [2, 1]]), mode: .full)\n  d[1, 1] = 7\n  return d\n}",
      body: body)
    let why = try #require(report.why)
    #expect(why.index == [1, 1])
    #expect(why.terms.map(\.indices) == [[0, 0], [0, 1], [1, 0], [1, 1]])
    #expect(
      why.lines == [
        "dX at [1, 1], case 1: yours is 7, the reference gives 14.",
        "This element has a part in 4 outputs:",
        "  upstream gradient of the output · what it gains when this element grows by 1",
        "  [0, 0]   1 · 4 =  4",
        "  [0, 1]   0 · 3 =  0",
        "  [1, 0]   0 · 2 =  0",
        "  [1, 1]  10 · 1 = 10",
        "  together 14",
      ])
  }

  @Test func whyAValueIsWhatItIs() throws {
    let body = body(
      "_ x: Tensor) -> Tensor",
      check:
        "let x = Tensor([[1, 2], [3, 4]])\nexpectEqual(\"O\", f(x), of: { correlate2d($0, Tensor([[1, 10]])) }, at: x)",
      solution: "correlate2d(x, Tensor([[1, 10]]))")
    let report = try judge("func f(_ x: Tensor) -> Tensor { Tensor([[21], [0]]) }", body: body)
    #expect(
      report.why?.lines == [
        "O at [1, 0], case 1: yours is 0, the reference gives 43.",
        "This element is made of 2 inputs:",
        "  input · what this element gains when that input grows by 1",
        "  [1, 0]  3 ·  1 =  3",
        "  [1, 1]  4 · 10 = 40",
        "  together 43",
      ])
  }

  // MARK: - Drawn cases

  /// What the recipe promises: nothing about the cases lets a mistake hide.
  @Test func drawnCasesAreWellChosen() throws {
    let body = """
      ```swift exercise f
      func f() -> Int { <#1#> }
      ```

      ```swift check f
      var (strides, paddings, batches) = (Set<Int>(), Set<Int>(), Set<Int>())
      for (x, kernel, bias, stride, padding, upstream) in convolutionCases(seed: 3) {
        strides.insert(stride)
        paddings.insert(padding)
        batches.insert(x.shape[0])
        let y = conv2d(x, kernel: kernel, bias: bias, stride: stride, padding: padding)
        expectEqual("shape", y.shape, upstream.shape)
        let size = kernel.shape[2] * kernel.shape[3]
        expect("kernel", size == 1 || kernel != kernel.rotated180(), "kernels are not symmetric")
      }
      expect("all", strides.count > 1 && paddings.count > 1 && batches.count > 1, "sizes differ")
      for (x, size, stride, upstream) in poolingCases(seed: 3) + tiedPoolingCases(seed: 3) {
        expectEqual("pooled", maxPool2d(x, size: size, stride: stride).shape, upstream.shape)
      }
      for (x, gamma, beta, upstream) in imageCases(seed: 3) {
        expectEqual("images", batchNorm(x, gamma: gamma, beta: beta).shape, upstream.shape)
        expect("sizes", x.shape[0] * x.shape[2] != x.shape[1] * x.shape[3], "sizes do not agree by chance")
      }
      for (scores, labels) in labelledCases(seed: 3) {
        expect("labels", labels.count == scores.shape[0] && labels.allSatisfy { $0 < scores.shape[1] }, "labels fit")
      }
      expectEqual("one", f(), 1)
      ```

      ```swift solution f
      func f() -> Int { 1 }
      ```
      """
    let report = try judge("func f() -> Int { 2 - 1 }", body: body)
    #expect(report.passed, "\(report.message)")
  }
}
