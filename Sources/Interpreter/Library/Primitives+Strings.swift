extension Primitives {
  private static func string(
    _ signature: String, _ name: String, _ documentation: String, body: PrimitiveBody? = nil
  ) -> Primitive {
    Primitive("String", signature, "String." + name, documentation, body: body)
  }
  static let strings: [Primitive] = [
    string("init()", "init", "An empty text.") { call in call.give("") },
    string("init<T>(describing value: T)", "init(describing)", "The text of a value, as `print` shows it.") { call in
      call.give(call.description(0))
    },
    string("init<T>(reflecting value: T)", "init(reflecting)", "The text of a value, with strings in quotes.") { call in
      call.give(call.description(0, debug: true))
    },
    string(
      "init(repeating text: String, count: Int)", "init(repeating)", "`count` times the same text.", body: repeated),
    string(
      "init(repeating character: Character, count: Int)", "init(repeatingCharacter)",
      "`count` times the same character.",
      body: repeated),
    string("init(_ characters: [Character])", "init(characters)", "The characters, one after the other.") { call in
      let array = try call.array(0)
      var text = ""
      for index in 0..<array.pointee.count { text += array.pointee.references[index]?.text ?? "" }
      call.give(text)
    },
    string(
      "init<T: BinaryInteger>(_ value: T, radix: Int, uppercase: Bool = false)", "init(radix)",
      "A whole number written in base `radix`."
    ) { call in
      guard (2...36).contains(call.int(1)) else {
        throw Fault("a base must be between 2 and 36, and \(call.int(1)) is not")
      }
      guard let kind = IntegerKind(call.info(0).type) else { return }
      let isUppercase = call.int(2) != 0
      call.give(
        kind.isSigned
          ? String(call.int(0), radix: call.int(1), uppercase: isUppercase)
          : String(UInt(bitPattern: call.int(0)), radix: call.int(1), uppercase: isUppercase))
    },
    Primitive(nil, "func _joinTexts(_ texts: [String], _ separator: String) -> String", "_joinTexts", "") { call in
      call.give(try call.machine.join(try call.array(0), separator: try call.reference(1)))
    },
    string("var count: Int { get }", "count", "How many characters there are.") { call in
      let reference = try call.reference(0)
      let length = reference.textLength
      // Plain bytes are characters, but for the two that end a line together.
      let isPlain = reference.withTextBytes { $0.withMemoryRebound(to: UInt8.self, \.isPlain) }
      try call.machine.spend(length)
      if isPlain { return call.give(length) }
      let text = reference.text
      if length < 1 << 12 { return call.give(text.count) }
      var count = 0
      for _ in text {
        count += 1
        if count & 0xFFFF == 0 { try call.machine.checkBudget() }
      }
      call.give(count)
    },
    string("var isEmpty: Bool { get }", "isEmpty", "Whether there are no characters.") { call in
      call.give(try call.reference(0).textLength == 0)
    },
    string("var first: Character? { get }", "first", "The first character; nil for an empty text.") { call in
      guard let character = call.text(0).first else { return call.giveNil() }
      call.give(String(character))
    },
    string("var last: Character? { get }", "last", "The last character; nil for an empty text.") { call in
      guard let character = call.text(0).last else { return call.giveNil() }
      call.give(String(character))
    },
    string("mutating func append(_ text: String)", "append", "Adds text at the end.") { call in
      try call.heap.append(try call.reference(1), to: call.slot(0))
    },
    string("mutating func append(_ character: Character)", "append", "Adds a character at the end.") { call in
      try call.heap.append(try call.reference(1), to: call.slot(0))
    },
    string("func uppercased() -> String", "uppercased", "The text in capital letters.") { call in
      call.give(try call.machine.mapPieces(call.text(0)) { $0.uppercased() })
    },
    string("func lowercased() -> String", "lowercased", "The text in small letters.") { call in
      call.give(try call.machine.mapPieces(call.text(0)) { $0.lowercased() })
    },
    string("func hasPrefix(_ prefix: String) -> Bool", "hasPrefix", "Whether the text starts with `prefix`.") { call in
      call.give(call.text(0).hasPrefix(call.text(1)))
    },
    string("func hasSuffix(_ suffix: String) -> Bool", "hasSuffix", "Whether the text ends with `suffix`.") { call in
      call.give(call.text(0).hasSuffix(call.text(1)))
    },
    string("func contains(_ other: String) -> Bool", "contains", "Whether `other` occurs in the text.") { call in
      let other = call.text(1)
      call.give(try other.isEmpty || call.machine.offset(of: other, in: call.text(0), from: 0) != nil)
    },
    string("func contains(_ character: Character) -> Bool", "contains", "Whether a character occurs in the text.") {
      call in
      call.give(try call.machine.offset(of: call.text(1), in: call.text(0), from: 0) != nil)
    },
    string("func _find(_ other: String, _ start: Int) -> Int", "find", "") { call in
      call.give(try call.machine.offset(of: call.text(1), in: call.text(0), from: call.int(2)) ?? -1)
    },
    string("func _bytes() -> [UInt8]", "bytes", "The bytes of UTF-8.") { call in
      try call.give(numbers: call.text(0).utf8.map { Int($0) })
    },
    string("func _units() -> [UInt16]", "units", "The numbers of UTF-16.") { call in
      try call.give(numbers: call.text(0).utf16.map { Int($0) })
    },
    string("func _scalars() -> [UInt32]", "scalars", "The numbers of Unicode.") { call in
      try call.give(numbers: call.text(0).unicodeScalars.map { Int($0.value) })
    },
    string("init(_scalar value: UInt32)", "init(scalar)", "The character with a number of Unicode.") { call in
      call.give(Unicode.Scalar(UInt32(truncatingIfNeeded: call.int(0))).map { String($0) } ?? "\u{FFFD}")
    },
  ]

  private static let repeated: PrimitiveBody = { call in
    let (text, count) = (call.text(0), call.int(1))
    guard count >= 0 else { throw Fault("a text cannot be repeated \(count) times") }
    let (bytes, overflows) = text.utf8.count.multipliedReportingOverflow(by: count)
    if overflows { throw Fault.memory(call.heap.pointee.limit) }
    try call.heap.charge(bytes)
    call.heap.pointee.live -= bytes
    if bytes < 1 << 20 || text.utf8.count > 1 << 20 {
      return call.give(String(repeating: text, count: bytes == 0 ? 0 : count))
    }
    // A million bytes at a time.
    let block = (1 << 20) / text.utf8.count
    let piece = String(repeating: text, count: block)
    var result = ""
    result.reserveCapacity(bytes)
    for _ in 0..<count / block {
      result += piece
      try call.machine.checkBudget()
    }
    result += String(repeating: text, count: count % block)
    call.give(result)
  }
}

extension PrimitiveCall {
  /// Gives an array of numbers of one word.
  func give(numbers: [Int]) throws {
    let result = try heap.array(.word, capacity: numbers.count)
    for (index, number) in numbers.enumerated() { result.asArray.pointee.words[index] = number }
    result.asArray.pointee.count = numbers.count
    give(result)
  }
}
