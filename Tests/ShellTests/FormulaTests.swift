import Shell
import Testing

@Suite struct FormulaTests {
  @Test(arguments: [
    (#"\partial E/\partial X_{22}"#, "∂E/∂X₂₂"),
    (#"\frac{\partial E}{\partial X_{11}}"#, "∂E/∂X₁₁"),
    (#"O_{11} = 1\cdot 1 + 10\cdot 2 + 1000\cdot 1 = 1321"#, "O₁₁ = 1·1 + 10·2 + 1000·1 = 1321"),
    (#"\partial E/\partial X_{22} = \partial E/\partial O_{11} \cdot F_{22}"#, "∂E/∂X₂₂ = ∂E/∂O₁₁·F₂₂"),
    (#"O_{ij} = \sum_{u} \sum_{v} X_{i+u, j+v} F_{uv}"#, "Oᵢⱼ = Σᵤ Σᵥ Xᵢ₊ᵤ,ⱼ₊ᵥ Fᵤᵥ"),
    (#"H - k + 1"#, "H − k + 1"),
    (#"E = \sum O \cdot \partial E/\partial O"#, "E = Σ O·∂E/∂O"),
    (#"F^{180}"#, "F¹⁸⁰"),
    (#"W^T x"#, "Wᵀx"),
    (#"180^\circ"#, "180°"),
    (#"\frac{a+b}{2}"#, "(a + b)/2"),
    (#"\sum_{i=1}^{n} x_i"#, "Σᵢ₌₁ⁿ xᵢ"),
    (#"x_{b}"#, "x_b"),
    (#"k_H \times k_W"#, "k_H × k_W"),
    (#"x^{2C+1}"#, "x^(2C+1)"),
    (#"-1 \le x < 1"#, "−1 ≤ x < 1"),
    (#"x \in \{-1, 1\}"#, "x ∈ {−1, 1}"),
    (#"a = -b"#, "a = −b"),
    (#"\max(0, x)"#, "max(0, x)"),
    (#"\log x + \sigma'(x)"#, "log x + σ′(x)"),
    (#"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}"#, "[1 2; 3 4]"),
    (#"\hat{y} = \sqrt{a^2 + b^2}"#, "y\u{302} = √(a² + b²)"),
    (#"y = 1 \text{ if } x > 0"#, "y = 1 if x > 0"),
    (#"\theta \leftarrow \theta - \eta \nabla L"#, "θ ← θ − η∇L"),
    (#"\unknown x"#, #"\unknownx"#),
    (#"x_{"#, "x"),
    (#"}^"#, ""),
    (#"\frac{a"#, "a/"),
  ])
  func isWrittenInOneLine(source: String, expected: String) {
    #expect(Formula(source).line == expected)
  }

  @Test func matricesStandUpright() {
    let formula = Formula(#"F = \begin{bmatrix} F_{11} & 2 \\ 3 & 40 \end{bmatrix}^T"#)
    #expect(formula.block(width: 60) == ["F = ⎡F₁₁   2⎤ᵀ", "    ⎣  3  40⎦"])
  }

  @Test func fractionsAndSumsStandUpright() {
    let formula = Formula(#"m = \frac{1 + a}{n} \sum_{i=1}^{n} x_i"#)
    #expect(formula.block(width: 60) == ["    1 + a  n", "m = ─────  Σ xᵢ", "      n   i=1"])
  }

  @Test func casesAreBraced() {
    let formula = Formula(#"y = \begin{cases} x & x > 0 \\ 0 & \text{else} \end{cases}"#)
    #expect(formula.block(width: 60) == ["y = ⎧ x  x > 0", "    ⎩ 0  else"])
  }

  @Test func longLinesBreakInFrontOfASign() {
    let formula = Formula(#"a_{1} = b_{1} + c_{1} + d_{1}"#)
    #expect(formula.block(width: 12) == ["a₁ = b₁ + c₁", "  + d₁"])
    #expect(formula.block(width: 40) == ["a₁ = b₁ + c₁ + d₁"])
  }
}
