import Foundation

extension StandardLibrary {
  private static func string(_ signature: String, _ documentation: String, body: @escaping NativeBody) -> Native {
    Native(owner: "String", signature, documentation: documentation, body: body)
  }

  static var strings: [Native] {
    [
      string("func uppercased() -> String", "The text in capital letters.") { arguments, _ in
        .string(try arguments[0].asString().uppercased())
      },
      string("func lowercased() -> String", "The text in small letters.") { arguments, _ in
        .string(try arguments[0].asString().lowercased())
      },
      string("func hasPrefix(_ prefix: String) -> Bool", "Whether the text starts with `prefix`.") { arguments, _ in
        .bool(try arguments[0].asString().hasPrefix(try arguments[1].asString()))
      },
      string("func hasSuffix(_ suffix: String) -> Bool", "Whether the text ends with `suffix`.") { arguments, _ in
        .bool(try arguments[0].asString().hasSuffix(try arguments[1].asString()))
      },
      string("func contains(_ other: String) -> Bool", "Whether `other` occurs in the text.") { arguments, _ in
        let (text, other) = (try arguments[0].asString(), try arguments[1].asString())
        return .bool(other.isEmpty || text.contains(other))
      },
      string("func split(separator: String) -> [String]", "The pieces between separators, without empty ones.") {
        arguments, _ in
        let separator = try arguments[1].asString()
        guard !separator.isEmpty else { throw NativeFailure("a separator needs at least one character") }
        return .array(try arguments[0].asString().split(separator: separator).map { .string(String($0)) })
      },
      string("func reversed() -> String", "The characters from last to first.") { arguments, _ in
        .string(String(try arguments[0].asString().reversed()))
      },
    ]
  }
}
