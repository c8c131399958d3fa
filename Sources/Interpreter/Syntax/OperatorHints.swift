extension Lowering {
  /// What to write instead of an operator of another language.
  func operatorHint(_ name: String, operand: String?) -> String? {
    switch name {
    case "++", "--": "there is no '\(name)' in Swift: write \(operand.map { $0 + " " } ?? "")\(name.prefix(1))= 1"
    case "**": "there is no operator '**' in Swift: write pow(x, 2)"
    case "..": "a range is written 0..<3 (without 3) or 0...3 (with 3)"
    case "...<": "a range is written 0..<3 (without 3) or 0...3 (with 3)"
    case "=>": "a closure is written { x in x + 1 }"
    case "<>": "'is not equal' is written '!='"
    case "×", "·", "∙", "⋅": "multiplication is written '*', not '\(name)'"
    case "÷": "division is written '/', not '÷'"
    case "−": "minus is written '-', not '−'"
    case "≤": "'is at most' is written '<='"
    case "≥": "'is at least' is written '>='"
    case "≠": "'is not equal' is written '!='"
    case "=-", "=!", "=+": "between '=' and '\(name.dropFirst())' a space is missing"
    case "//=": "in Swift '//' begins a comment"
    default: nil
    }
  }
}
