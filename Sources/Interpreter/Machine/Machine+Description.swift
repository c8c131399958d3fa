/// Text of values, as Swift prints them.
extension Machine {
  func description(_ info: TypeInfo, _ words: Words, _ references: References, debug: Bool = false) -> String {
    var text = ""
    describe(info, words, references, debug: debug, into: &text, depth: 0)
    return text
  }

  /// The object in boxes and optionals.
  func object(_ info: TypeInfo, _ references: References) -> Reference? {
    guard let block = references[0] else { return nil }
    switch info.shape {
    case .existential: return object(program.types.all[Int(block.asHeader.pointee.info)], block.recordReferences)
    case .optional(let wrapped, _): return object(wrapped, references)
    default: return block
    }
  }

  /// What an object or a boxed value is.
  func dynamicType(_ info: TypeInfo, _ references: References) -> TypeInfo {
    guard let block = references[0] else { return info }
    switch info.shape {
    case .object: return program.types.all[Int(block.asHeader.pointee.info)]
    case .existential:
      return dynamicType(program.types.all[Int(block.asHeader.pointee.info)], block.recordReferences)
    default: return info
    }
  }

  /// The same while a program runs: a text that gets too long, or takes too long, is a fault.
  func checkedDescription(
    _ info: TypeInfo, _ words: Words, _ references: References, debug: Bool = false
  ) throws(Fault) -> String {
    let text = description(info, words, references, debug: debug)
    try checkDescription()
    return text
  }

  /// Throws what stopped a description half-way.
  func checkDescription() throws(Fault) {
    guard let problem = descriptionProblem else { return }
    descriptionProblem = nil
    throw problem
  }

  private func lookWhileDescribing(_ text: String) {
    guard budget.isRunning, descriptionProblem == nil else { return }
    do throws(Fault) {
      try checkBudget()
      if heap.pointee.live + text.utf8.count > heap.pointee.limit { throw .memory(heap.pointee.limit) }
    } catch { descriptionProblem = error }
  }

  /// `debug` quotes strings and names modules, as everywhere inside other values.
  private func describe(
    _ info: TypeInfo, _ words: Words, _ references: References, debug: Bool, into text: inout String, depth: Int
  ) {
    if depth > 50_000 || descriptionProblem != nil {
      text += "..."
      return
    }
    switch info.shape {
    case .void: text += "()"
    case .integer(let kind): text += kind.text(words[0])
    case .double: text += Self.double(words[0]).description
    case .float: text += Self.float(words[0]).description
    case .bool: text += words[0] != 0 ? "true" : "false"
    case .character, .string:
      let content = references[0]?.text ?? ""
      if debug { content.debugDescription.write(to: &text) } else { text += content }
    case .array(let element):
      text += "["
      if let array = references[0]?.asArray { describeElements(element, array, into: &text, depth: depth) }
      text += "]"
    case .set(let element):
      text += debug ? "Set([" : "["
      if let set = references[0]?.asDictionary {
        describeElements(element, set.pointee.keys.asArray, into: &text, depth: depth)
      }
      text += debug ? "])" : "]"
    case .dictionary(let key, let value):
      describeDictionary(key, value, references[0]?.asDictionary, into: &text, depth: depth)
    case .optional(let wrapped, let isTagged):
      if isTagged ? words[0] == 0 : references[0] == nil {
        text += "nil"
      } else {
        text += "Optional("
        describe(wrapped, isTagged ? words + 1 : words, references, debug: true, into: &text, depth: depth + 1)
        text += ")"
      }
    case .tuple(let parts): describe(parts, words, references, into: &text, depth: depth)
    case .structure(let parts):
      if let view = info.view {
        describe(view, parts, words, references, debug: debug, into: &text, depth: depth)
      } else if let own = ownDescription(info, words, references, debug: debug) {
        text += own
      } else {
        text += info.type.runtimeName(isQualified: debug)
        describe(parts, words, references, into: &text, depth: depth)
      }
    case .enumeration(let cases, let isBoxed):
      if let own = ownDescription(info, words, references, debug: debug) {
        text += own
        return
      }
      if debug { text += info.type.runtimeName(isQualified: true) + "." }
      if isBoxed {
        guard let box = references[0] else { return }
        describeCase(cases, box.recordWords, box.recordReferences, into: &text, depth: depth)
      } else {
        describeCase(cases, words, references, into: &text, depth: depth)
      }
    case .object:
      let dynamic = dynamicType(info, references)
      text +=
        ownDescription(dynamic, words, references, debug: debug) ?? dynamic.type.runtimeName(isQualified: true)
    case .host:
      text += references[0]?.asHost.pointee.object.text ?? ""
      if descriptionProblem == nil { descriptionProblem = stopReason }
    case .function: text += "(Function)"
    case .existential:
      guard let box = references[0] else { return }
      let inner = program.types.all[Int(box.asHeader.pointee.info)]
      describe(inner, box.recordWords, box.recordReferences, debug: debug, into: &text, depth: depth)
    case .range(let form, let parts):
      func bound(_ index: Int) {
        let part = parts[index]
        describe(
          part.info, words + part.offset.word, references + part.offset.reference, debug: true, into: &text,
          depth: depth + 1)
      }
      switch form {
      case .halfOpen, .closed:
        if debug { text += form == .closed ? "ClosedRange(" : "Range(" }
        bound(0)
        text += form == .closed ? "..." : "..<"
        bound(1)
        if debug { text += ")" }
      case .from:
        text += info.type.runtimeName(isQualified: debug) + "(lowerBound: "
        bound(0)
        text += ")"
      case .upTo, .through:
        text += info.type.runtimeName(isQualified: debug) + "(upperBound: "
        bound(0)
        text += ")"
      case .unbounded: text += "(Function)"
      case .strideTo, .strideThrough:
        text += info.type.runtimeName(isQualified: debug) + "(_start: "
        bound(0)
        text += ", _end: "
        bound(1)
        text += ", _stride: "
        bound(2)
        text += ")"
      }
    case .metatype:
      if program.types.all.indices.contains(words[0]) {
        text += program.types.all[words[0]].type.runtimeName(isQualified: debug)
      }
    }
  }

  private func describe(
    _ parts: [TypeInfo.Part], _ words: Words, _ references: References, into text: inout String, depth: Int
  ) {
    text += "("
    for (index, part) in parts.enumerated() {
      if index > 0 { text += ", " }
      if let label = part.label { text += label + ": " }
      describe(
        part.info, words + part.offset.word, references + part.offset.reference, debug: true, into: &text,
        depth: depth + 1)
    }
    text += ")"
  }

  private func describe(
    _ view: TypeInfo.View, _ parts: [TypeInfo.Part], _ words: Words, _ references: References, debug: Bool,
    into text: inout String, depth: Int
  ) {
    if view == .substring {
      let content = Self.substring(words, references)
      if debug { content.debugDescription.write(to: &text) } else { text += content }
      return
    }
    guard let element = element(of: view, parts), let array = try? elements(of: view, words, references) else { return }
    let isNamed = debug && view == .slice
    text += isNamed ? "ArraySlice([" : "["
    describeElements(element, array.asArray, into: &text, depth: depth)
    text += isNamed ? "])" : "]"
    heap.release(array)
  }

  private func describeCase(
    _ cases: [TypeInfo.Case], _ words: Words, _ references: References, into text: inout String, depth: Int
  ) {
    guard cases.indices.contains(words[0]) else { return }
    let entry = cases[words[0]]
    text += entry.name
    if !entry.parts.isEmpty { describe(entry.parts, words, references, into: &text, depth: depth) }
  }

  private func describeElements(
    _ info: TypeInfo, _ array: UnsafeMutablePointer<ArrayBlock>, into text: inout String, depth: Int
  ) {
    for index in 0..<array.pointee.count {
      if index > 0 { text += ", " }
      if index & 1023 == 1023 { lookWhileDescribing(text) }
      if descriptionProblem != nil { return }
      describe(
        info, array.pointee.words + index * info.layout.words,
        array.pointee.references + index * info.layout.references, debug: true, into: &text, depth: depth + 1)
    }
  }

  private func describeDictionary(
    _ key: TypeInfo, _ value: TypeInfo, _ dictionary: UnsafeMutablePointer<DictionaryBlock>?, into text: inout String,
    depth: Int
  ) {
    guard let dictionary, dictionary.pointee.keys.asArray.pointee.count > 0 else {
      text += "[:]"
      return
    }
    let (keys, values) = (dictionary.pointee.keys.asArray, dictionary.pointee.values.asArray)
    text += "["
    for index in 0..<keys.pointee.count {
      if index > 0 { text += ", " }
      describe(
        key, keys.pointee.words + index * key.layout.words, keys.pointee.references + index * key.layout.references,
        debug: true, into: &text, depth: depth + 1)
      text += ": "
      describe(
        value, values.pointee.words + index * value.layout.words,
        values.pointee.references + index * value.layout.references, debug: true, into: &text, depth: depth + 1)
    }
    text += "]"
  }

  /// What a learner's `description` or `debugDescription` says.
  private func ownDescription(
    _ info: TypeInfo, _ words: Words, _ references: References, debug: Bool
  ) -> String? {
    let (plain, full) = (info.descriptionFunction, info.debugDescriptionFunction)
    guard let function = debug ? full ?? plain : plain ?? full else { return nil }
    let shape = CallShape(result: .reference, parameters: [(info.layout, false)])
    return try? invoke(function, shape) { window, windowReferences in
      self.copy(
        info.layout, words, references, window + shape.parameters[0].word,
        windowReferences + shape.parameters[0].reference)
    } result: { _, results in
      results[0]?.text ?? ""
    }
  }
}

extension Type {
  /// As `print(type(of: x))` shows it, nothing abbreviated; inside other values with the names of modules and of
  /// the types around.
  func runtimeName(isQualified: Bool) -> String {
    switch shallow {
    case .nominal(let nominal, let arguments):
      let own = arguments.dropFirst(nominal.outerParameterCount)
      let text =
        nominal.name
        + (own.isEmpty ? "" : "<" + own.map { $0.runtimeName(isQualified: isQualified) }.joined(separator: ", ") + ">")
      guard isQualified else { return text }
      guard let outer = nominal.outer else { return nominal.module + "." + text }
      let around = Type.nominal(outer, Array(arguments.prefix(nominal.outerParameterCount)))
      return around.runtimeName(isQualified: true) + "." + text
    case .tuple(let elements) where !elements.isEmpty:
      return "("
        + elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.runtimeName(isQualified: isQualified) }
        .joined(separator: ", ") + ")"
    case .function(let function):
      return "(" + function.parameters.map { $0.type.runtimeName(isQualified: isQualified) }.joined(separator: ", ")
        + ")" + (function.throws ? " throws" : "") + " -> " + function.result.runtimeName(isQualified: isQualified)
    case .existential(let protocols) where isQualified && !protocols.isEmpty:
      return protocols.map { $0.module + "." + $0.name }.joined(separator: " & ")
    case .metatype(let instance): return instance.runtimeName(isQualified: isQualified) + ".Type"
    default: return isVoid ? "()" : description
    }
  }
}
