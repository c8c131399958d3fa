indirect enum JSON: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])
}
enum JSONError: Error {
  case unexpected(Character?, at: Int)
  case badNumber(String)
}
struct JSONParser {
  private let s: [Character]
  private var i = 0
  init(_ text: String) { s = Array(text) }
  private var current: Character? { i < s.count ? s[i] : nil }
  private mutating func skip() { while let c = current, c.isWhitespace { i += 1 } }
  private mutating func expect(_ c: Character) throws {
    guard current == c else { throw JSONError.unexpected(current, at: i) }
    i += 1
  }
  private mutating func word(_ w: String, _ value: JSON) throws -> JSON {
    for c in w { try expect(c) }
    return value
  }
  mutating func parse() throws -> JSON {
    let v = try value()
    skip()
    if let c = current { throw JSONError.unexpected(c, at: i) }
    return v
  }
  private mutating func value() throws -> JSON {
    skip()
    switch current {
    case "n": return try word("null", .null)
    case "t": return try word("true", .bool(true))
    case "f": return try word("false", .bool(false))
    case "\"": return .string(try string())
    case "[":
      i += 1
      var items: [JSON] = []
      skip()
      if current == "]" {
        i += 1
        return .array([])
      }
      repeat {
        items.append(try value())
        skip()
        if current == "]" { break }
        try expect(",")
      } while true
      i += 1
      return .array(items)
    case "{":
      i += 1
      var dict: [String: JSON] = [:]
      skip()
      while current != "}" {
        skip()
        let key = try string()
        skip()
        try expect(":")
        dict[key] = try value()
        skip()
        if current == "," { i += 1 } else if current != "}" { throw JSONError.unexpected(current, at: i) }
      }
      i += 1
      return .object(dict)
    case let c? where c == "-" || c.isNumber:
      var text = ""
      while let d = current, d.isNumber || "+-.eE".contains(d) {
        text.append(d)
        i += 1
      }
      guard let n = Double(text) else { throw JSONError.badNumber(text) }
      return .number(n)
    default: throw JSONError.unexpected(current, at: i)
    }
  }
  private mutating func string() throws -> String {
    try expect("\"")
    var out = ""
    while let c = current, c != "\"" {
      if c == "\\" {
        i += 1
        switch current {
        case "n": out += "\n"
        case "t": out += "\t"
        case let other?: out.append(other)
        case nil: throw JSONError.unexpected(nil, at: i)
        }
      } else {
        out.append(c)
      }
      i += 1
    }
    try expect("\"")
    return out
  }
}
extension JSON {
  subscript(key: String) -> JSON? {
    if case .object(let d) = self { return d[key] }
    return nil
  }
  subscript(index: Int) -> JSON? {
    guard case .array(let a) = self, a.indices.contains(index) else { return nil }
    return a[index]
  }
  var double: Double? { if case .number(let n) = self { n } else { nil } }
  func pretty(_ indent: Int = 0) -> String {
    let pad = String(repeating: "  ", count: indent)
    switch self {
    case .null: return "null"
    case .bool(let b): return String(b)
    case .number(let n): return n == n.rounded() ? "\(Int(n))" : "\(n)"
    case .string(let s): return "\"\(s)\""
    case .array(let a):
      return a.isEmpty
        ? "[]" : "[\n" + a.map { pad + "  " + $0.pretty(indent + 1) }.joined(separator: ",\n") + "\n\(pad)]"
    case .object(let d):
      let lines = d.keys.sorted().map { "\(pad)  \"\($0)\": \(d[$0]!.pretty(indent + 1))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + pad + "}"
    }
  }
}
let source =
  #"{"name": "Widget", "tags": ["a", "b\n"], "price": 12.5, "stock": {"count": 3, "ok": true}, "none": null, "e": -1.5e2}"#
do {
  var p = JSONParser(source)
  let json = try p.parse()
  print(json.pretty())
  print(json["stock"]?["count"]?.double ?? 0, json["tags"]?[0] ?? .null == .string("a"), json["x"] == nil)
} catch { print("error", error) }
for bad in ["[1, 2", "{\"a\" 1}", "tru", "1 2", "-"] {
  do {
    var p = JSONParser(bad)
    print(try p.parse())
  } catch JSONError.unexpected(let c, let at) { print("unexpected", c.map { String($0) } ?? "end", "at", at) } catch {
    print(error)
  }
}
