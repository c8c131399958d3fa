/// What `dump` writes: a value and its parts, one in a line.
extension Machine {
  func dump(_ info: TypeInfo, _ words: Words, _ references: References) -> String {
    var text = ""
    dump(info, words, references, label: nil, indent: 0, into: &text)
    return text
  }

  private typealias Child = (label: String?, info: TypeInfo, words: Words, references: References)

  private func dump(
    _ info: TypeInfo, _ words: Words, _ references: References, label: String?, indent: Int, into text: inout String
  ) {
    if text.utf8.count > 1 << 20 || indent > 200 { return }
    if case .existential = info.shape, let box = references[0] {
      let inner = program.types.all[Int(box.asHeader.pointee.info)]
      return dump(inner, box.recordWords, box.recordReferences, label: label, indent: indent, into: &text)
    }
    if case .dictionary(let key, let value) = info.shape, let block = references[0]?.asDictionary {
      return dump(block, key, value, label: label, indent: indent, into: &text)
    }
    let (title, children) = parts(info, words, references)
    text += String(repeating: " ", count: indent) + (children.isEmpty ? "- " : "▿ ")
    if let label { text += label + ": " }
    text += title + "\n"
    for child in children {
      dump(child.info, child.words, child.references, label: child.label, indent: indent + 2, into: &text)
    }
  }

  private func dump(
    _ dictionary: Dictionary, _ key: TypeInfo, _ value: TypeInfo, label: String?, indent: Int, into text: inout String
  ) {
    let (keys, values) = (dictionary.pointee.keys.asArray, dictionary.pointee.values.asArray)
    let count = keys.pointee.count
    text += String(repeating: " ", count: indent) + (count == 0 ? "- " : "▿ ") + (label.map { $0 + ": " } ?? "")
    text += counted(count, "key/value pair") + "\n"
    for index in 0..<count {
      text += String(repeating: " ", count: indent + 2) + "▿ (2 elements)\n"
      dump(key, keys.words(at: index), keys.references(at: index), label: "key", indent: indent + 4, into: &text)
      dump(
        value, values.words(at: index), values.references(at: index), label: "value", indent: indent + 4, into: &text)
    }
  }

  /// The line of a value, and what stands below it.
  private func parts(_ info: TypeInfo, _ words: Words, _ references: References) -> (String, [Child]) {
    func children(_ parts: [TypeInfo.Part], _ words: Words, _ references: References) -> [Child] {
      parts.enumerated().map { index, part in
        (part.label ?? ".\(index)", part.info, words + part.offset.word, references + part.offset.reference)
      }
    }
    func elements(_ element: TypeInfo, _ array: UnsafeMutablePointer<ArrayBlock>) -> [Child] {
      (0..<array.pointee.count).map { (nil, element, array.words(at: $0), array.references(at: $0)) }
    }
    let plain = description(info, words, references, debug: true)
    switch info.shape {
    case .array(let element):
      guard let array = references[0]?.asArray else { return (plain, []) }
      return (counted(array.pointee.count, "element"), elements(element, array))
    case .set(let element):
      guard let keys = references[0]?.asDictionary.pointee.keys.asArray else { return (plain, []) }
      return (counted(keys.pointee.count, "member"), elements(element, keys))
    case .structure(let parts) where info.view == .slice:
      guard let (array, range) = try? slice(words, references), let element = element(of: .slice, parts) else {
        return (plain, [])
      }
      return (
        counted(range.count, "element"),
        range.map { (nil, element, array.words(at: $0), array.references(at: $0)) }
      )
    case .tuple(let parts) where !parts.isEmpty:
      return ("(" + counted(parts.count, "element") + ")", children(parts, words, references))
    case .structure(let parts) where info.view == nil && info.descriptionFunction == nil:
      return (info.type.runtimeName(isQualified: true), children(parts, words, references))
    case .optional(let wrapped, let isTagged):
      if isTagged ? words[0] == 0 : references[0] == nil { return ("nil", []) }
      return (plain, [("some", wrapped, isTagged ? words + 1 : words, references)])
    case .range(let form, let parts) where form == .halfOpen || form == .closed:
      return (plain, children(parts, words, references))
    case .enumeration(let cases, let isBoxed):
      let (words, references) =
        isBoxed
        ? (references[0]?.recordWords ?? words, references[0]?.recordReferences ?? references)
        : (words, references)
      guard cases.indices.contains(words[0]), info.descriptionFunction == nil else { return (plain, []) }
      let entry = cases[words[0]]
      let title = info.type.runtimeName(isQualified: true) + "." + entry.name
      guard let first = entry.parts.first else { return (title, []) }
      if entry.parts.count == 1, first.label == nil {
        return (
          title, [(entry.name, first.info, words + first.offset.word, references + first.offset.reference)]
        )
      }
      return (title, children(entry.parts, words, references))
    default: return (plain, [])
    }
  }
}
