extension Primitives {
  private static func character(
    _ signature: String, _ name: String, _ documentation: String, body: @escaping PrimitiveBody
  ) -> Primitive {
    Primitive("Character", signature, "Character." + name, documentation, body: body)
  }

  private static func test(
    _ name: String, _ documentation: String, _ holds: @escaping @Sendable (Character) -> Bool
  ) -> Primitive {
    character("var \(name): Bool { get }", name, documentation) { call in call.give(holds(call.character)) }
  }

  static let characters: [Primitive] = [
    character("init(_ text: String)", "init", "A text of one character.") { call in
      guard call.text(0).count == 1 else {
        throw Fault("a Character is one character, and \(call.text(0).debugDescription) is not")
      }
      call.give(call.text(0))
    },
    test("isNewline", "Whether it ends a line.") { $0.isNewline },
    test("isSymbol", "Whether it is a symbol.") { $0.isSymbol },
    test("isMathSymbol", "Whether it is a symbol of mathematics.") { $0.isMathSymbol },
    test("isCurrencySymbol", "Whether it is a symbol of a currency.") { $0.isCurrencySymbol },
    test("isASCII", "Whether it is one of ASCII's characters.") { $0.isASCII },
    test("isHexDigit", "Whether it is a digit in base 16.") { $0.isHexDigit },
    test("isWholeNumber", "Whether it stands for a whole number.") { $0.isWholeNumber },
    test("isCased", "Whether there are a capital and a small form.") { $0.isCased },
    test("isLetter", "Whether it is a letter.") { $0.isLetter },
    test("isNumber", "Whether it stands for a number.") { $0.isNumber },
    test("isWhitespace", "Whether it is a space or a line's end.") { $0.isWhitespace },
    test("isUppercase", "Whether it is a capital letter.") { $0.isUppercase },
    test("isLowercase", "Whether it is a small letter.") { $0.isLowercase },
    test("isPunctuation", "Whether it is a punctuation mark.") { $0.isPunctuation },
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
    character("var hexDigitValue: Int? { get }", "hexDigitValue", "The digit in base 16; nil if it is none.") { call in
      call.giveOptional(call.character.hexDigitValue)
    },
  ]
}

extension PrimitiveCall {
  var character: Character { text(0).first ?? " " }
}
