import Tensors

/// The header of an npy file, a dictionary in Python's notation:
///
///     {'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }
struct NpyHeader {
  private(set) var shape: [Int] = []
  private(set) var type = NpyType.float64
  private(set) var isFortranOrder = false

  private let name: String
  private let text: String
  private var rest: Substring

  init(_ text: String, name: String) throws {
    self.name = name
    self.text = text
    rest = text[...]
    var missing = ["descr", "fortran_order", "shape"]
    try expect("{")
    while !skips("}") {
      let key = try quoted()
      guard let known = missing.firstIndex(of: key) else { throw broken("the key '\(key)' is unknown or there twice") }
      missing.remove(at: known)
      try expect(":")
      switch key {
      case "descr": type = try numberType()
      case "shape": shape = try sizes()
      default: isFortranOrder = try truth()
      }
      if !skips(",") {
        try expect("}")
        break
      }
    }
    skipSpaces()
    guard rest.isEmpty else { throw broken("there is more behind its end") }
    guard missing.isEmpty else { throw broken("'\(missing[0])' is missing") }
  }

  private func broken(_ reason: String) -> TensorError {
    let shown = text.drop(while: \.isWhitespace).prefix(60).filter { !$0.isNewline }
    return TensorError("\(name) has a header that cannot be read, \(reason): \(shown)")
  }

  private mutating func skipSpaces() {
    rest = rest.drop(while: \.isWhitespace)
  }

  private mutating func skips(_ token: String) -> Bool {
    skipSpaces()
    guard rest.hasPrefix(token) else { return false }
    rest = rest.dropFirst(token.count)
    return true
  }

  private mutating func expect(_ token: String) throws {
    guard skips(token) else { throw broken("'\(token)' is missing") }
  }

  /// A text in single or double quotes.
  private mutating func quoted() throws -> String {
    skipSpaces()
    guard let quote = rest.first, quote == "'" || quote == "\"", let end = rest.dropFirst().firstIndex(of: quote) else {
      throw broken("a text in quotes is missing")
    }
    defer { rest = rest[rest.index(after: end)...] }
    return String(rest.dropFirst()[..<end])
  }

  private mutating func numberType() throws -> NpyType {
    if skips("[") {
      throw TensorError("\(name) holds records of several fields, and only arrays of numbers can be read")
    }
    let text = try quoted()
    guard let type = NpyType(text) else {
      let known = "bool, whole numbers of 1 to 8 bytes and floating-point numbers of 2 to 8 bytes can be read"
      throw TensorError("\(name) holds numbers of type '\(text)': \(known)")
    }
    return type
  }

  private mutating func truth() throws -> Bool {
    if skips("True") { return true }
    if skips("False") { return false }
    throw broken("'fortran_order' is neither True nor False")
  }

  private mutating func sizes() throws -> [Int] {
    try expect("(")
    var sizes: [Int] = []
    while !skips(")") {
      skipSpaces()
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let size = Int(digits) else { throw broken("a size of 'shape' is no whole number") }
      rest = rest.dropFirst(digits.count)
      // Python 2 wrote long numbers with an L.
      if rest.first == "L" { rest = rest.dropFirst() }
      sizes.append(size)
      if !skips(",") {
        try expect(")")
        break
      }
    }
    return sizes
  }
}
