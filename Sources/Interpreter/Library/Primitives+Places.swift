/// Places in texts, `String.Index`: how many bytes of UTF-8 stand before them.
extension Primitives {
  private static func string(
    _ signature: String, _ name: String, setter: String? = nil, _ documentation: String,
    body: @escaping PrimitiveBody
  ) -> Primitive {
    Primitive("String", signature, "String." + name, setter: setter.map { "String." + $0 }, documentation, body: body)
  }

  static let places: [Primitive] = [
    string("var startIndex: String.Index { get }", "startIndex", "The place of the first character.") { call in
      call.give(0)
    },
    string("var endIndex: String.Index { get }", "endIndex", "The place behind the last character.") { call in
      call.give(call.text(0).utf8.count)
    },
    string("func index(after i: String.Index) -> String.Index", "index(after)", "The place of the next character.") {
      call in
      let text = call.text(0)
      let place = try text.place(call.int(1))
      guard place < text.endIndex else { throw Fault("there is no place behind the end of a text") }
      call.give(text.offset(of: text.index(after: place)))
    },
    string(
      "func index(before i: String.Index) -> String.Index", "index(before)", "The place of the character before."
    ) { call in
      let text = call.text(0)
      let place = try text.place(call.int(1))
      guard place > text.startIndex else { throw Fault("there is no place before the start of a text") }
      call.give(text.offset(of: text.index(before: place)))
    },
    string(
      "func index(_ i: String.Index, offsetBy distance: Int) -> String.Index", "index(offsetBy)",
      "The place `distance` characters from `i`."
    ) { call in
      let text = call.text(0)
      let limit = call.int(2) < 0 ? text.startIndex : text.endIndex
      guard let place = text.index(try text.place(call.int(1)), offsetBy: call.int(2), limitedBy: limit) else {
        throw Fault("this place lies outside of the text: it has \(counted(text.count, "character"))")
      }
      call.give(text.offset(of: place))
    },
    string(
      "func index(_ i: String.Index, offsetBy distance: Int, limitedBy limit: String.Index) -> String.Index?",
      "index(limitedBy)", "The place `distance` characters from `i`; nil if that is beyond `limit`."
    ) { call in
      let text = call.text(0)
      let (start, limit) = (try text.place(call.int(1)), try text.place(call.int(3)))
      let isAhead = call.int(2) < 0 ? limit <= start : limit >= start
      let end = call.int(2) < 0 ? text.startIndex : text.endIndex
      let place = text.index(start, offsetBy: call.int(2), limitedBy: isAhead ? limit : end)
      if place == nil && !isAhead { throw Fault("this place lies outside of the text") }
      call.giveOptional(place.map(text.offset))
    },
    string(
      "func distance(from start: String.Index, to end: String.Index) -> Int", "distance",
      "How many characters lie between two places."
    ) { call in
      let text = call.text(0)
      call.give(text.distance(from: try text.place(call.int(1)), to: try text.place(call.int(2))))
    },
    string("subscript(i: String.Index) -> Character { get }", "character", "The character at a place.") { call in
      let text = call.text(0)
      let place = try text.place(call.int(1))
      guard place < text.endIndex else { throw Fault("there is no character at the end of a text") }
      call.give(String(text[place]))
    },
    string(
      "mutating func _replace(_ start: String.Index, _ end: String.Index, _ text: String)", "replace",
      "Puts text in the place of other text."
    ) { call in
      guard let old = call.slot(0).pointee else { throw Fault.overlapping }
      var text = old.text
      let (start, end) = (try text.place(call.int(1)), try text.place(call.int(2)))
      guard start <= end else { throw Fault("this range runs backwards") }
      text.replaceSubrange(start..<end, with: call.text(3))
      call.machine.replace(call.slot(0), call.heap.string(text))
    },
    string("func _offset(_ i: String.Index) -> Int", "offset", "How many bytes stand before a place.") { call in
      call.give(call.int(1))
    },
    string("func _place(_ offset: Int) -> String.Index", "place", "The place behind so many bytes.") { call in
      call.give(call.int(1))
    },
    Primitive(
      "Substring", "var _text: String { get }", "Substring.text", "The part as a text of its own."
    ) { call in
      call.give(String(Machine.substring(call.wordsOf(0), call.referencesOf(0))))
    },
  ]
}

extension String {
  fileprivate func place(_ offset: Int) throws -> Index {
    guard offset >= 0, let place = utf8.index(startIndex, offsetBy: offset, limitedBy: endIndex) else {
      throw Fault("this place lies outside of the text: it has \(counted(count, "character"))")
    }
    return place
  }

  fileprivate func offset(of place: Index) -> Int { utf8.distance(from: startIndex, to: place) }
}
