enum Token: Equatable {
  case number(Double)
  case op(Character)
  case leftParen, rightParen
}

enum ParseError: Error {
  case unexpectedCharacter(Character)
  case unexpectedEnd
  case unexpectedToken(Token)
  case divisionByZero
}

struct Lexer {
  let characters: [Character]
  var position = 0

  init(_ text: String) { characters = Array(text) }

  mutating func tokens() throws -> [Token] {
    var result: [Token] = []
    while position < characters.count {
      let c = characters[position]
      switch c {
      case " ", "\t":
        position += 1
      case "+", "-", "*", "/", "^":
        result.append(.op(c))
        position += 1
      case "(":
        result.append(.leftParen)
        position += 1
      case ")":
        result.append(.rightParen)
        position += 1
      case "0"..."9", ".":
        var digits = ""
        while position < characters.count, characters[position].isNumber || characters[position] == "." {
          digits.append(characters[position])
          position += 1
        }
        guard let value = Double(digits) else { throw ParseError.unexpectedCharacter(c) }
        result.append(.number(value))
      default:
        throw ParseError.unexpectedCharacter(c)
      }
    }
    return result
  }
}

indirect enum Expr {
  case number(Double)
  case unary(Character, Expr)
  case binary(Expr, Character, Expr)

  func evaluate() throws -> Double {
    switch self {
    case .number(let n): return n
    case .unary(let op, let e):
      let v = try e.evaluate()
      return op == "-" ? -v : v
    case .binary(let l, let op, let r):
      let (a, b) = (try l.evaluate(), try r.evaluate())
      switch op {
      case "+": return a + b
      case "-": return a - b
      case "*": return a * b
      case "/":
        guard b != 0 else { throw ParseError.divisionByZero }
        return a / b
      case "^":
        var result = 1.0
        for _ in 0..<Int(b) { result *= a }
        return result
      default: fatalError("unknown operator")
      }
    }
  }

  var description: String {
    switch self {
    case .number(let n): return n == n.rounded() ? String(Int(n)) : String(n)
    case .unary(let op, let e): return "(\(op)\(e.description))"
    case .binary(let l, let op, let r): return "(\(l.description) \(op) \(r.description))"
    }
  }
}

final class Parser {
  private let tokens: [Token]
  private var index = 0
  init(tokens: [Token]) { self.tokens = tokens }

  private var current: Token? { index < tokens.count ? tokens[index] : nil }
  private func advance() { index += 1 }

  func parse() throws -> Expr {
    let e = try expression(0)
    if let t = current { throw ParseError.unexpectedToken(t) }
    return e
  }

  private func precedence(_ op: Character) -> (Int, rightAssociative: Bool) {
    switch op {
    case "+", "-": return (1, false)
    case "*", "/": return (2, false)
    case "^": return (3, true)
    default: return (0, false)
    }
  }

  private func expression(_ minimum: Int) throws -> Expr {
    var left = try primary()
    while case .op(let op)? = current {
      let (p, right) = precedence(op)
      if p < minimum { break }
      advance()
      let rhs = try expression(right ? p : p + 1)
      left = .binary(left, op, rhs)
    }
    return left
  }

  private func primary() throws -> Expr {
    guard let token = current else { throw ParseError.unexpectedEnd }
    advance()
    switch token {
    case .number(let n): return .number(n)
    case .op("-"): return .unary("-", try primary())
    case .leftParen:
      let e = try expression(0)
      guard current == .rightParen else { throw ParseError.unexpectedEnd }
      advance()
      return e
    default: throw ParseError.unexpectedToken(token)
    }
  }
}

for source in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "10 / (5 - 5)", "-4 + 2.5", "3 +", "2 $ 3", "1 2", "8 / 4 / 2"]
{
  do {
    var lexer = Lexer(source)
    let tree = try Parser(tokens: try lexer.tokens()).parse()
    print(source, "=>", tree.description, "=", try tree.evaluate())
  } catch ParseError.unexpectedCharacter(let c) {
    print("\(source): unexpected character '\(c)'")
  } catch let error as ParseError {
    print("\(source): \(error)")
  } catch {
    print("other", error)
  }
}
