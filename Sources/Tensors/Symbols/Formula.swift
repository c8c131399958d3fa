/// A sum of products of symbols, such as `F₁₁X₁₁ + 2F₁₂X₁₂`: what an element of a tensor of symbols is.
///
/// It is a number type like `Float`, so the loops of a convolution that add and multiply floats give formulas too.
package struct Formula: Numeric, Equatable, CustomStringConvertible {
  /// A number times symbols. The symbols stand in the order in which they are printed.
  private struct Term {
    var coefficient: Double
    let factors: [FormulaFactor]
    /// The factors in a fixed order: terms with the same key are alike, `F₁₁X₁₁` and `X₁₁F₁₁`.
    let key: [FormulaFactor]

    init(_ coefficient: Double, _ factors: [FormulaFactor]) {
      self.coefficient = coefficient
      self.factors = factors
      key = factors.count < 2 ? factors : factors.sorted()
    }
  }

  /// Terms that are not alike, none of them zero.
  private var terms: [Term]
  /// More terms than anybody reads: the formula was given up, and the tensor that has it is an error.
  private(set) var isTooLong = false
  /// It was given up because of one term's factors.
  private(set) var hasLongProduct = false

  /// The longest formula.
  package static let termLimit = 200
  /// A product of more factors is given up as well.
  package static let factorLimit = 100

  private init(terms: [Term]) { self.terms = terms }

  package init(number: Double) {
    terms = number == 0 ? [] : [Term(number, [])]
  }

  package init(symbol name: String, subscripts: [Int]) {
    terms = [Term(1, [.symbol(name, subscripts)])]
  }

  /// The largest of some formulas, `max(X₁₁, X₁₂)`; a number if all of them are.
  package static func maximum(_ formulas: [Formula]) -> Formula {
    let numbers = formulas.compactMap(\.number)
    if numbers.count == formulas.count { return Formula(number: numbers.max() ?? -.infinity) }
    if let first = formulas.first, formulas.allSatisfy({ $0 == first }) { return first }
    var result = Formula(terms: [Term(1, [.maximum(formulas.map(\.description))])])
    result.isTooLong = formulas.contains(where: \.isTooLong)
    return result
  }

  /// The number that this is, if it has no symbols.
  package var number: Double? {
    if isTooLong { return nil }
    if terms.isEmpty { return 0 }
    return terms.count == 1 && terms[0].factors.isEmpty ? terms[0].coefficient : nil
  }
}

// MARK: - Arithmetic

extension Formula {
  package static var zero: Formula { Formula(terms: []) }

  package static func + (a: Formula, b: Formula) -> Formula {
    var sum = a
    sum += b
    return sum
  }

  package static func += (a: inout Formula, b: Formula) {
    a.isTooLong = a.isTooLong || b.isTooLong
    if a.isTooLong { return }
    for term in b.terms { a.add(term) }
  }

  package static func - (a: Formula, b: Formula) -> Formula {
    a + b * Formula(number: -1)
  }

  package static func -= (a: inout Formula, b: Formula) { a = a - b }

  package static func * (a: Formula, b: Formula) -> Formula {
    var product = Formula.zero
    product.isTooLong = a.isTooLong || b.isTooLong || a.terms.count * b.terms.count > termLimit
    if product.isTooLong { return product }
    for left in a.terms {
      for right in b.terms {
        let factors = left.factors + right.factors
        if factors.count > factorLimit {
          product.isTooLong = true
          product.hasLongProduct = true
          return product
        }
        // ∂E/∂O₁₁·F₂₂, and not F₂₂·∂E/∂O₁₁: derivatives come first, the others keep their order.
        product.add(
          Term(
            left.coefficient * right.coefficient,
            factors.filter(\.isDerivative) + factors.filter { !$0.isDerivative }))
      }
    }
    return product
  }

  package static func *= (a: inout Formula, b: Formula) { a = a * b }

  private mutating func add(_ term: Term) {
    if let alike = terms.firstIndex(where: { $0.key == term.key }) {
      terms[alike].coefficient += term.coefficient
      if terms[alike].coefficient == 0 { terms.remove(at: alike) }
    } else if term.coefficient != 0 {
      if terms.count == Self.termLimit {
        isTooLong = true
      } else {
        terms.append(term)
      }
    }
  }

  package static func == (a: Formula, b: Formula) -> Bool {
    guard a.terms.count == b.terms.count && a.isTooLong == b.isTooLong else { return false }
    return a.terms.allSatisfy { term in
      b.terms.contains { $0.key == term.key && $0.coefficient == term.coefficient }
    }
  }

  // `Numeric` asks for these three.
  package var magnitude: Double { number?.magnitude ?? .nan }
  package init(integerLiteral value: Int) { self.init(number: Double(value)) }
  package init?<Source: BinaryInteger>(exactly source: Source) {
    guard let number = Double(exactly: source) else { return nil }
    self.init(number: number)
  }
}

// MARK: - Printing

extension Formula {
  /// `F₁₁X₁₁ + F₁₂X₁₂`, sorted by the first factor.
  package var description: String {
    if isTooLong { return "a formula of more than \(Self.termLimit) terms" }
    if terms.isEmpty { return "0" }
    // The empty product, a number, comes last.
    let sorted = terms.sorted { a, b in
      a.factors.isEmpty || b.factors.isEmpty
        ? !a.factors.isEmpty : a.factors.lexicographicallyPrecedes(b.factors)
    }
    var text = ""
    for (position, term) in sorted.enumerated() {
      let isNegative = term.coefficient < 0
      if position == 0 {
        text += isNegative ? "-" : ""
      } else {
        text += isNegative ? " - " : " + "
      }
      text += Self.product(of: term.coefficient.magnitude, term.factors)
    }
    return text
  }

  private static func product(of coefficient: Double, _ factors: [FormulaFactor]) -> String {
    if factors.isEmpty { return shortText(coefficient) }
    var text = coefficient == 1 ? "" : shortText(coefficient)
    var needsDot = coefficient != 1 && !factors[0].isPlain
    var position = 0
    while position < factors.count {
      let factor = factors[position]
      let power = factors[position...].prefix { $0 == factor }.count
      if needsDot || (position > 0 && !factor.isPlain) { text += "·" }
      text += factor.description + (power > 1 ? superscript(power) : "")
      needsDot = !factor.isPlain
      position += power
    }
    return text
  }
}

/// What a term is a product of.
enum FormulaFactor: Hashable, Comparable, CustomStringConvertible {
  case symbol(String, [Int])
  case maximum([String])

  /// A symbol such as `∂E/∂O₁₁`: it comes first in a product, and a dot sets it apart.
  var isDerivative: Bool {
    if case .symbol(let name, _) = self { return name.hasPrefix("∂") }
    return false
  }

  /// Stands beside other factors without a dot.
  var isPlain: Bool {
    if case .symbol = self { return !isDerivative }
    return false
  }

  var description: String {
    switch self {
    case .symbol(let name, let subscripts): name + subscriptText(subscripts)
    case .maximum(let formulas): "max(" + formulas.joined(separator: ", ") + ")"
    }
  }

  static func < (a: FormulaFactor, b: FormulaFactor) -> Bool {
    switch (a, b) {
    case (.symbol(let name, let left), .symbol(let other, let right)):
      if a.isDerivative != b.isDerivative { return a.isDerivative }
      return name == other ? left.lexicographicallyPrecedes(right) : name < other
    case (.maximum(let left), .maximum(let right)): return left.lexicographicallyPrecedes(right)
    case (.symbol, .maximum): return true
    case (.maximum, .symbol): return false
    }
  }
}

/// `₁₂`; with a comma between, `₁,₁₂`, where one of them has two digits.
func subscriptText(_ numbers: [Int]) -> String {
  let separator = numbers.contains { $0 > 9 } ? "," : ""
  return numbers.map { digits(of: $0, in: "₀₁₂₃₄₅₆₇₈₉") }.joined(separator: separator)
}

private func superscript(_ number: Int) -> String { digits(of: number, in: "⁰¹²³⁴⁵⁶⁷⁸⁹") }

private func digits(of number: Int, in glyphs: String) -> String {
  let glyphs = Array(glyphs)
  return String(String(number).map { glyphs[$0.wholeNumberValue ?? 0] })
}
