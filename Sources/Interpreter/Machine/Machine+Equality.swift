/// `==`, `<` and hashes of values by their types.
extension Machine {
  func equal(
    _ info: TypeInfo, _ words: Words, _ references: References, _ otherWords: Words, _ otherReferences: References
  ) throws(Fault) -> Bool {
    valueDepth += 1
    defer { valueDepth -= 1 }
    if valueDepth > Self.maximumValueDepth {
      throw Fault("these values are nested too deeply to be compared (limit \(Self.maximumValueDepth))", kind: .budget)
    }
    if let function = info.equalFunction {
      return try callEqual(function, info, words, references, otherWords, otherReferences)
    }
    switch info.shape {
    case .void: return true
    case .integer, .bool, .metatype: return words[0] == otherWords[0]
    case .double: return Self.double(words[0]) == Self.double(otherWords[0])
    case .float: return Self.float(words[0]) == Self.float(otherWords[0])
    case .character, .string:
      guard let left = references[0], let right = otherReferences[0] else { return false }
      if left.textLength > 1 << 18 { try checkBudget() }
      return left.hasEqualText(right)
    case .array(let element):
      guard let left = references[0]?.asArray, let right = otherReferences[0]?.asArray else { return false }
      return try equalElements(element, left, right)
    case .dictionary, .set: return try equalDictionaries(info, references[0], otherReferences[0])
    case .optional(let wrapped, let isTagged):
      let isNil = isTagged ? words[0] == 0 : references[0] == nil
      let isOtherNil = isTagged ? otherWords[0] == 0 : otherReferences[0] == nil
      if isNil || isOtherNil { return isNil == isOtherNil }
      let offset = isTagged ? 1 : 0
      return try equal(wrapped, words + offset, references, otherWords + offset, otherReferences)
    case .tuple(let parts), .structure(let parts), .range(_, let parts):
      if let view = info.view { return try equalViews(view, parts, words, references, otherWords, otherReferences) }
      return try equal(parts, words, references, otherWords, otherReferences)
    case .enumeration(let cases, let isBoxed):
      if isBoxed {
        guard let left = references[0], let right = otherReferences[0] else { return false }
        return try equalCases(
          cases, left.recordWords, left.recordReferences, right.recordWords, right.recordReferences)
      }
      return try equalCases(cases, words, references, otherWords, otherReferences)
    case .object, .function: return references[0] == otherReferences[0]
    case .host:
      guard let left = references[0]?.asHost, let right = otherReferences[0]?.asHost else { return false }
      guard let result = left.pointee.object.isEqual(to: right.pointee.object) else {
        throw Fault("values of type \(left.pointee.object.typeName) cannot be compared")
      }
      try checkStopped()
      return result
    case .existential:
      guard let left = references[0], let right = otherReferences[0],
        left.asHeader.pointee.info == right.asHeader.pointee.info
      else { return false }
      let inner = program.types.all[Int(left.asHeader.pointee.info)]
      return try equal(
        inner, left.recordWords, left.recordReferences, right.recordWords, right.recordReferences)
    }
  }

  private func equal(
    _ parts: [TypeInfo.Part], _ words: Words, _ references: References, _ otherWords: Words,
    _ otherReferences: References
  ) throws(Fault) -> Bool {
    for part in parts {
      let (w, r) = (part.offset.word, part.offset.reference)
      guard try equal(part.info, words + w, references + r, otherWords + w, otherReferences + r) else { return false }
    }
    return true
  }

  private func equalCases(
    _ cases: [TypeInfo.Case], _ words: Words, _ references: References, _ otherWords: Words,
    _ otherReferences: References
  ) throws(Fault) -> Bool {
    guard words[0] == otherWords[0], cases.indices.contains(words[0]) else { return false }
    return try equal(cases[words[0]].parts, words, references, otherWords, otherReferences)
  }

  func equalElements(
    _ info: TypeInfo, _ left: UnsafeMutablePointer<ArrayBlock>, _ right: UnsafeMutablePointer<ArrayBlock>
  ) throws(Fault) -> Bool {
    guard left.pointee.count == right.pointee.count else { return false }
    let (w, r) = (info.layout.words, info.layout.references)
    // As in Swift: the same elements are equal, whatever they are.
    if left == right { return true }
    for index in 0..<left.pointee.count {
      if index & 0x3FFF == 0x3FFF { try checkBudget() }
      guard
        try equal(
          info, left.pointee.words + index * w, left.pointee.references + index * r, right.pointee.words + index * w,
          right.pointee.references + index * r)
      else { return false }
    }
    return true
  }

  private func callEqual(
    _ function: Int, _ info: TypeInfo, _ words: Words, _ references: References, _ otherWords: Words,
    _ otherReferences: References
  ) throws(Fault) -> Bool {
    let shape = CallShape(result: .word, parameters: [(info.layout, false), (info.layout, false)])
    do {
      return try invoke(function, shape) { window, windowReferences in
        let (left, right) = (shape.parameters[0], shape.parameters[1])
        self.copy(info.layout, words, references, window + left.word, windowReferences + left.reference)
        self.copy(info.layout, otherWords, otherReferences, window + right.word, windowReferences + right.reference)
      } result: { window, _ in
        window[0] != 0
      }
    } catch { throw fault(from: error) }
  }

  /// What a learner's `hash(into:)` makes of a value.
  private func ownHash(_ function: Int, _ info: TypeInfo, _ words: Words, _ references: References) -> Int {
    let shape = CallShape(result: .none, parameters: [(info.layout, false), (.word, true)])
    let state = try? invoke(function, shape) { window, windowReferences in
      let place = shape.parameters[0]
      self.copy(info.layout, words, references, window + place.word, windowReferences + place.reference)
      window[shape.parameters[1].word] = 0
    } result: { window, _ in
      window[shape.parameters[1].word]
    }
    return state ?? 0
  }

  /// Numbers, characters and strings, and tuples of them.
  func less(
    _ info: TypeInfo, _ words: Words, _ references: References, _ otherWords: Words, _ otherReferences: References
  ) throws(Fault) -> Bool {
    switch info.shape {
    case .integer(let kind):
      return kind.isSigned
        ? words[0] < otherWords[0] : UInt(bitPattern: words[0]) < UInt(bitPattern: otherWords[0])
    case .bool: return words[0] < otherWords[0]
    case .double: return Self.double(words[0]) < Self.double(otherWords[0])
    case .float: return Self.float(words[0]) < Self.float(otherWords[0])
    case .character, .string:
      guard let left = references[0], let right = otherReferences[0] else { return false }
      return left.isTextLess(than: right)
    case .tuple(let parts): return try less(parts, words, references, otherWords, otherReferences)
    case .structure where info.view == .substring:
      return Self.substring(words, references) < Self.substring(otherWords, otherReferences)
    default: break
    }
    if let function = info.lessFunction {
      return try callEqual(function, info, words, references, otherWords, otherReferences)
    }
    if case .enumeration(let cases, let isBoxed) = info.shape {
      // The order of the cases, then that of their values.
      if isBoxed, let left = references[0], let right = otherReferences[0] {
        return try less(
          cases, left.recordWords, left.recordReferences, right.recordWords, right.recordReferences)
      }
      return try less(cases, words, references, otherWords, otherReferences)
    }
    throw Fault("values of type \(info.type) have no order")
  }

  private func less(
    _ parts: [TypeInfo.Part], _ words: Words, _ references: References, _ otherWords: Words,
    _ otherReferences: References
  ) throws(Fault) -> Bool {
    for part in parts {
      let (w, r) = (part.offset.word, part.offset.reference)
      if try less(part.info, words + w, references + r, otherWords + w, otherReferences + r) { return true }
      if try less(part.info, otherWords + w, otherReferences + r, words + w, references + r) { return false }
    }
    return false
  }

  private func less(
    _ cases: [TypeInfo.Case], _ words: Words, _ references: References, _ otherWords: Words,
    _ otherReferences: References
  ) throws(Fault) -> Bool {
    guard words[0] == otherWords[0], cases.indices.contains(words[0]) else { return words[0] < otherWords[0] }
    return try less(cases[words[0]].parts, words, references, otherWords, otherReferences)
  }

  func hash(_ info: TypeInfo, _ words: Words, _ references: References, into hasher: inout Hasher) {
    valueDepth += 1
    defer { valueDepth -= 1 }
    // What is deeper does not count: equal values still have equal hashes.
    if valueDepth > Self.maximumValueDepth { return }
    if let function = info.hashFunction { return hasher.combine(ownHash(function, info, words, references)) }
    switch info.shape {
    case .void, .function: break
    case .integer, .bool, .metatype: hasher.combine(words[0])
    case .double: hasher.combine(Self.double(words[0]))
    case .float: hasher.combine(Self.float(words[0]))
    case .character, .string: hasher.combine(references[0]?.text ?? "")
    case .array(let element):
      guard let array = references[0]?.asArray else { return }
      hasher.combine(array.pointee.count)
      for index in 0..<array.pointee.count {
        hash(
          element, array.pointee.words + index * element.layout.words,
          array.pointee.references + index * element.layout.references, into: &hasher)
      }
    case .dictionary(let key, _), .set(let key):
      guard let keys = references[0]?.asDictionary.pointee.keys.asArray else { return }
      // Order does not count.
      var sum = 0
      for index in 0..<keys.pointee.count {
        var part = Hasher()
        hash(
          key, keys.pointee.words + index * key.layout.words,
          keys.pointee.references + index * key.layout.references, into: &part)
        sum &+= part.finalize()
      }
      hasher.combine(sum)
    case .optional(let wrapped, let isTagged):
      let isNil = isTagged ? words[0] == 0 : references[0] == nil
      hasher.combine(isNil)
      if !isNil { hash(wrapped, isTagged ? words + 1 : words, references, into: &hasher) }
    case .tuple(let parts), .structure(let parts), .range(_, let parts):
      // What a learner calls equal must hash alike.
      if info.equalFunction != nil { return }
      if let view = info.view { return hashView(view, parts, words, references, into: &hasher) }
      for part in parts {
        hash(part.info, words + part.offset.word, references + part.offset.reference, into: &hasher)
      }
    case .enumeration(let cases, let isBoxed):
      if info.equalFunction != nil { return }
      var (words, references) = (words, references)
      if isBoxed {
        guard let box = references[0] else { return }
        (words, references) = (box.recordWords, box.recordReferences)
      }
      hasher.combine(words[0])
      guard cases.indices.contains(words[0]) else { return }
      for part in cases[words[0]].parts {
        hash(part.info, words + part.offset.word, references + part.offset.reference, into: &hasher)
      }
    case .object:
      if info.equalFunction == nil { hasher.combine(references[0]) }
    case .host: break
    case .existential:
      guard let box = references[0] else { return }
      hash(program.types.all[Int(box.asHeader.pointee.info)], box.recordWords, box.recordReferences, into: &hasher)
    }
  }
}
