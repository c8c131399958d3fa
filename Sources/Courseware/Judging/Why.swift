import Checking
import Foundation
import Tensors

/// The first wrong element, and what the reference made it of.
package struct Why: Sendable, Equatable {
  package let verdict: String
  package let kind: Verdict.Kind
  /// The case, counted from 1.
  package let caseNumber: Int
  /// The element, in a tensor of `shape`.
  package let index: [Int]
  package let shape: [Int]
  package let answer: Double
  package let expected: Double
  /// For a gradient: the outputs that the element has a part in, each with its upstream gradient (`factor`) and what the
  /// output gains when the element grows (`slope`). For a value: the inputs that it is made of, each with its number
  /// (`factor`) and its slope. Empty where the check does not tell.
  package let terms: [ChainTerm]

  /// More terms than this are counted, and not written out.
  private static let mostTerms = 9

  /// The explanation for a terminal, a few lines.
  package var lines: [String] {
    let place = index.isEmpty ? verdict : "\(verdict) at \(index)"
    let (got, needed) = numberTexts(answer, expected)
    var lines = ["\(place), case \(caseNumber): yours is \(got), the reference gives \(needed)."]
    guard !terms.isEmpty else {
      return lines + (kind == .gradient && expected == 0 ? ["No output depends on this element."] : [])
    }
    let isSum = (terms.reduce(0) { $0 + $1.product } - expected).magnitude <= 1e-5 * max(expected.magnitude, 1e-3)
    switch kind {
    case .gradient:
      lines.append("This element has a part in \(counted(terms.count, "output")):")
      lines.append("  upstream gradient of the output · what it gains when this element grows by 1")
    case .value:
      lines.append("This element is made of \(counted(terms.count, "input")):")
      lines.append("  input · what this element gains when that input grows by 1")
    }
    let shown = terms.prefix(terms.count > Self.mostTerms ? Self.mostTerms - 1 : Self.mostTerms)
    let rows = shown.map { term in
      ["\(term.indices)", text(term.factor), text(cleaned(term.slope)), text(cleaned(term.product))]
    }
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    func padded(_ row: [String], _ column: Int) -> String {
      String(repeating: " ", count: widths[column] - row[column].count) + row[column]
    }
    for row in rows {
      lines.append(
        "  " + row[0] + String(repeating: " ", count: widths[0] - row[0].count) + "  " + padded(row, 1) + " · "
          + padded(row, 2) + " = " + padded(row, 3))
    }
    if terms.count > shown.count { lines.append("  ... and \(terms.count - shown.count) more") }
    if isSum && terms.count > 1 { lines.append("  together \(needed)") }
    return lines
  }

  /// With five digits that count.
  private func text(_ number: Double) -> String {
    guard number != 0, number.isFinite else { return shortText(number) }
    let scale = pow(10, 4 - log10(number.magnitude).rounded(.down))
    let rounded = (number * scale).rounded() / scale
    return shortText(rounded.isFinite ? rounded : number)
  }

  /// Differences have about 9 right digits.
  private func cleaned(_ number: Double) -> Double {
    let rounded = (number * 1e6).rounded() / 1e6
    return (number - rounded).magnitude < 1e-8 ? rounded : number
  }

  private func numberTexts(_ answer: Double, _ expected: Double) -> (String, String) {
    (distinctText(answer, beside: expected), distinctText(cleaned(expected), beside: answer))
  }
}
