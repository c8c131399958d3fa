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
    (#"\frac{1}{2}(y - t)^2"#, "(1/2)(y − t)²"),
    (#"x \frac{1}{2} \cdot \frac{a}{b}"#, "x(1/2)·a/b"),
    (#"\sum_j \frac{\partial L}{\partial y_j} \cdot \frac{\partial y_j}{\partial x}"#, "Σⱼ ∂L/∂yⱼ·∂yⱼ/∂x"),
    (#"f(\frac{a}{b})"#, "f(a/b)"),
    (#"\overline{xy}"#, "x\u{304}y\u{304}"),
    (#"\underset{w}{\arg\min} f"#, "arg min_w f"),
    (#"x \xrightarrow{f} y"#, "x —f→ y"),
    (#"W^{[1]} x^{(12)}"#, "W^[1]x⁽¹²⁾"),
    (#"x \in \mathbb{R}^n"#, "x ∈ ℝⁿ"),
    (#"\binom{n}{k}"#, "(n; k)"),
    (#"\boxed{a + b}"#, "a + b"),
    (#"\underbrace{a + b}_{c}"#, "(a + b)_c"),
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

  @Test func limitsStandBelowTheirName() {
    let formula = Formula(#"\lim_{h \to 0} \frac{f(x + h)}{h}"#)
    #expect(formula.block(width: 60) == ["    f(x + h)", "lim ────────", "h→0    h"])
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
