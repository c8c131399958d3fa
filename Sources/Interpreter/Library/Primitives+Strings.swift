extension Primitives {
  private static func string(
    _ signature: String, _ name: String, _ documentation: String, body: PrimitiveBody? = nil
  ) -> Primitive {
    Primitive("String", signature, "String." + name, documentation, body: body)
  }
  private static func character(
    _ signature: String, _ name: String, _ documentation: String, body: @escaping PrimitiveBody
  ) -> Primitive {
    Primitive("Character", signature, "Character." + name, documentation, body: body)
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
    string("init<T: BinaryInteger>(_ value: T, radix: Int)", "init(radix)", "A whole number written in base `radix`.") {
      call in
      guard (2...36).contains(call.int(1)) else {
        throw Fault("a base must be between 2 and 36, and \(call.int(1)) is not")
      }
      guard let kind = IntegerKind(call.info(0).type) else { return }
      call.give(
        kind.isSigned
          ? String(call.int(0), radix: call.int(1)) : String(UInt(bitPattern: call.int(0)), radix: call.int(1)))
    },
    Primitive(nil, "func _joinTexts(_ texts: [String], _ separator: String) -> String", "_joinTexts", "") { call in
      let (texts, separator) = (try call.array(0), call.text(1))
      var bytes = 0
      for index in 0..<texts.pointee.count {
        bytes += (texts.pointee.references[index]?.text.utf8.count ?? 0) + separator.utf8.count
      }
      try call.heap.charge(bytes)
      call.heap.pointee.live -= bytes
      var result = ""
      result.reserveCapacity(bytes)
      for index in 0..<texts.pointee.count {
        if index > 0 { result += separator }
        if let text = texts.pointee.references[index]?.text { result += text }
        if index & 0xFFFF == 0xFFFF { try call.machine.checkBudget() }
      }
      call.give(result)
    },
    string("var count: Int { get }", "count", "How many characters there are.") { call in call.give(call.text(0).count)
    },
    string("var isEmpty: Bool { get }", "isEmpty", "Whether there are no characters.") { call in
      call.give(call.text(0).isEmpty)
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
      try call.machine.appendString(call.slot(0), try call.reference(1))
    },
    string("mutating func append(_ character: Character)", "append", "Adds a character at the end.") { call in
      try call.machine.appendString(call.slot(0), try call.reference(1))
    },
    character("init(_ text: String)", "init", "A text of one character.") { call in
      guard call.text(0).count == 1 else {
        throw Fault("a Character is one character, and \(call.text(0).debugDescription) is not")
      }
      call.give(call.text(0))
    },
    character("var isLetter: Bool { get }", "isLetter", "Whether it is a letter.") { call in
      call.give(call.character.isLetter)
    },
    character("var isNumber: Bool { get }", "isNumber", "Whether it stands for a number.") { call in
      call.give(call.character.isNumber)
    },
    character("var isWhitespace: Bool { get }", "isWhitespace", "Whether it is a space or a line's end.") { call in
      call.give(call.character.isWhitespace)
    },
    character("var isUppercase: Bool { get }", "isUppercase", "Whether it is a capital letter.") { call in
      call.give(call.character.isUppercase)
    },
    character("var isLowercase: Bool { get }", "isLowercase", "Whether it is a small letter.") { call in
      call.give(call.character.isLowercase)
    },
    character("var isPunctuation: Bool { get }", "isPunctuation", "Whether it is a punctuation mark.") { call in
      call.give(call.character.isPunctuation)
    },
    character("var asciiValue: UInt8? { get }", "asciiValue", "Its ASCII code; nil if it has none.") { call in
      call.giveOptional(call.character.asciiValue.map { Int($0) })
    },
    character(
      "var wholeNumberValue: Int? { get }", "wholeNumberValue", "The number it stands for; nil if there is none."
    ) {
      call in
      call.giveOptional(call.character.wholeNumberValue)
    },
    character("func uppercased() -> String", "uppercased", "The capital letter.") { call in
      call.give(call.character.uppercased())
    },
    character("func lowercased() -> String", "lowercased", "The small letter.") { call in
      call.give(call.character.lowercased())
    },
  ]

  private static let repeated: PrimitiveBody = { call in
    let (text, count) = (call.text(0), call.int(1))
    guard count >= 0 else { throw Fault("a text cannot be repeated \(count) times") }
    let (bytes, overflows) = text.utf8.count.multipliedReportingOverflow(by: count)
    if overflows { throw Fault.memory(call.heap.pointee.limit) }
    try call.heap.charge(bytes)
    call.heap.pointee.live -= bytes
    call.give(String(repeating: text, count: text.isEmpty ? 0 : count))
  }
}

extension PrimitiveCall {
  var character: Character { text(0).first ?? " " }
}
