/// The border: values in registers or blocks to and from `Value`, by static type.
extension Machine {
  typealias Words = UnsafeMutablePointer<Int>
  typealias References = UnsafeMutablePointer<Reference?>

  static func double(_ word: Int) -> Double { Double(bitPattern: UInt64(bitPattern: Int64(word))) }
  static func word(_ value: Double) -> Int { Int(Int64(bitPattern: value.bitPattern)) }
  static func float(_ word: Int) -> Float { Float(bitPattern: UInt32(truncatingIfNeeded: word)) }

  // MARK: Reading

  func value(_ info: TypeInfo, _ words: Words, _ references: References) -> Value {
    switch info.shape {
    case .void, .metatype: return .void
    case .integer: return .int(words[0])
    case .double: return .double(Self.double(words[0]))
    case .float: return .float(Self.float(words[0]))
    case .bool: return .bool(words[0] != 0)
    case .character, .string: return .string(references[0]?.text ?? "")
    case .array(let element):
      guard let array = references[0]?.asArray else { return .array([]) }
      return arrayValue(element, array)
    case .set(let element):
      guard let dictionary = references[0]?.asDictionary else { return .array([]) }
      return arrayValue(element, dictionary.pointee.keys.asArray)
    case .dictionary(let key, let value):
      guard let dictionary = references[0]?.asDictionary else { return .dictionary([]) }
      return .dictionary(
        (0..<dictionary.pointee.keys.asArray.pointee.count).map { index in
          (
            key: element(key, dictionary.pointee.keys.asArray, index),
            value: element(value, dictionary.pointee.values.asArray, index)
          )
        })
    case .optional(let wrapped, let isTagged):
      if isTagged { return words[0] == 0 ? .none : .some(value(wrapped, words + 1, references)) }
      return references[0] == nil ? .none : .some(value(wrapped, words, references))
    case .tuple(let parts): return .tuple(parts.map { part($0, words, references) })
    case .range(let form, let parts): return rangeValue(form, parts, words, references)
    case .enumeration(let cases, _) where cases.allSatisfy { $0.parts.isEmpty }: return .int(words[0])
    case .structure, .enumeration, .object:
      return .opaque(OpaqueValue(machine: self, info: info, words, references))
    case .host:
      guard let host = references[0]?.asHost else { return .void }
      return .object(host.pointee.object)
    case .function:
      guard let closure = references[0] else { return .void }
      closure.retain()
      return .function(FunctionValue(machine: self, info: info, closure: closure))
    case .existential:
      guard let box = references[0] else { return .void }
      let inner = program.types.all[Int(box.asHeader.pointee.info)]
      // Values of `Any` may be nested without an end: what is deep stays closed.
      valueDepth += 1
      defer { valueDepth -= 1 }
      if valueDepth > 100 {
        return .opaque(OpaqueValue(machine: self, info: inner, box.recordWords, box.recordReferences))
      }
      return value(inner, box.recordWords, box.recordReferences)
    }
  }

  private func part(_ part: TypeInfo.Part, _ words: Words, _ references: References) -> Value {
    value(part.info, words + part.offset.word, references + part.offset.reference)
  }

  private func element(_ info: TypeInfo, _ array: UnsafeMutablePointer<ArrayBlock>, _ index: Int) -> Value {
    value(
      info, array.pointee.words + index * info.layout.words, array.pointee.references + index * info.layout.references)
  }

  private func arrayValue(_ info: TypeInfo, _ array: UnsafeMutablePointer<ArrayBlock>) -> Value {
    let count = array.pointee.count
    switch info.shape {
    case .integer(let kind) where kind == .int:
      return .ints(Array(UnsafeBufferPointer(start: array.pointee.words, count: count)))
    case .double:
      return .doubles(
        Array(unsafeUninitializedCapacity: count) { buffer, initialized in
          for index in 0..<count {
            (buffer.baseAddress! + index).initialize(to: Self.double(array.pointee.words[index]))
          }
          initialized = count
        })
    default: return .array((0..<count).map { element(info, array, $0) })
    }
  }

  private func rangeValue(
    _ form: TypeInfo.RangeForm, _ parts: [TypeInfo.Part], _ words: Words, _ references: References
  ) -> Value {
    let isInt = parts.allSatisfy {
      if case .integer = $0.info.shape { return true }
      return false
    }
    guard isInt else { return .tuple(parts.map { part($0, words, references) }) }
    switch form {
    case .halfOpen: return .range(lower: words[0], upper: words[1], isClosed: false)
    case .closed: return .range(lower: words[0], upper: words[1], isClosed: true)
    case .from: return .range(lower: words[0], upper: nil, isClosed: false)
    case .upTo: return .range(lower: nil, upper: words[0], isClosed: false)
    case .through: return .range(lower: nil, upper: words[0], isClosed: true)
    case .unbounded: return .range(lower: nil, upper: nil, isClosed: false)
    case .strideTo, .strideThrough:
      return .steps(from: words[0], to: words[1], by: words[2], isThrough: form == .strideThrough)
    }
  }

  // MARK: Writing

  /// Puts a value into slots whose references are owned or empty.
  func store(_ value: Value, _ info: TypeInfo, _ words: Words, _ references: References) throws(Fault) {
    switch (info.shape, value) {
    case (.void, _), (.metatype, _): return
    case (.integer(let kind), .int(let number)):
      guard kind.contains(number, of: kind.isSigned ? .int : kind) else {
        throw Fault("\(number) does not fit into \(kind.nominal.name)")
      }
      words[0] = number
    case (.double, .double(let number)): words[0] = Self.word(number)
    case (.double, .float(let number)): words[0] = Self.word(Double(number))
    case (.double, .int(let number)): words[0] = Self.word(Double(number))
    case (.float, .float(let number)): words[0] = Int(number.bitPattern)
    case (.float, .double(let number)): words[0] = Int(Float(number).bitPattern)
    case (.bool, .bool(let truth)): words[0] = truth ? 1 : 0
    case (.character, .string(let text)), (.string, .string(let text)):
      replace(references, heap.string(text))
    case (.array(let element), _): try storeArray(value, element, references)
    case (.set(let element), .array(let elements)):
      let set = try newDictionary(key: element, value: program.types.info(of: .void))
      replace(references, set)
      for entry in elements { try storeEntry(references, element, entry, nil, nil) }
    case (.dictionary(let key, let valueInfo), .dictionary(let entries)):
      replace(references, try newDictionary(key: key, value: valueInfo))
      for entry in entries { try storeEntry(references, key, entry.key, valueInfo, entry.value) }
    case (.optional(_, let isTagged), .none):
      if isTagged { words[0] = 0 }
      for index in 0..<info.layout.references { replace(references + index, nil) }
    case (.optional(let wrapped, let isTagged), .some(let value)):
      if isTagged { words[0] = 1 }
      try store(value, wrapped, isTagged ? words + 1 : words, references)
    case (.tuple(let parts), .tuple(let values)) where parts.count == values.count:
      for (part, value) in zip(parts, values) {
        try store(value, part.info, words + part.offset.word, references + part.offset.reference)
      }
    case (.range(let form, _), .range(let lower, let upper, let isClosed)):
      try storeRange(form, lower, upper, isClosed, words)
    case (.enumeration(let cases, false), .int(let ordinal)) where cases.indices.contains(ordinal):
      words[0] = ordinal
    case (.structure, .opaque(let opaque)), (.enumeration, .opaque(let opaque)), (.object, .opaque(let opaque)):
      guard opaque.info.type == info.type else { throw mismatch(value, info) }
      for (index, word) in opaque.words.enumerated() { words[index] = word }
      for (index, reference) in opaque.references.enumerated() {
        reference?.retain()
        replace(references + index, reference)
      }
    case (.host, .object(let object)): replace(references, heap.host(object))
    case (.function, .function(let function)):
      guard function.info.layout == info.layout else { throw mismatch(value, info) }
      function.closure.retain()
      replace(references, function.closure)
    case (.existential, _):
      guard let inner = naturalType(of: value) else { throw mismatch(value, info) }
      let box = heap.record(words: inner.layout.words, references: inner.layout.references, info: inner.index)
      replace(references, box)
      try store(value, inner, box.recordWords, box.recordReferences)
    default: throw mismatch(value, info)
    }
  }

  private func mismatch(_ value: Value, _ info: TypeInfo) -> Fault {
    Fault("native code gave a value that is no \(info.type)")
  }

  func replace(_ slot: References, _ reference: Reference?) {
    let old = slot.pointee
    slot.pointee = reference
    if let old { heap.release(old) }
  }

  private func storeArray(_ value: Value, _ info: TypeInfo, _ references: References) throws(Fault) {
    let count: Int
    switch value {
    case .array(let values): count = values.count
    case .ints(let values): count = values.count
    case .doubles(let values): count = values.count
    default: throw mismatch(value, program.types.info(of: .array(info.type)))
    }
    let reference = try heap.array(info.layout, capacity: count)
    replace(references, reference)
    let array = reference.asArray
    switch (value, info.shape) {
    case (.ints(let values), .integer):
      for (index, number) in values.enumerated() { array.pointee.words[index] = number }
      array.pointee.count = count
    case (.doubles(let values), .double):
      for (index, number) in values.enumerated() { array.pointee.words[index] = Self.word(number) }
      array.pointee.count = count
    case (.ints(let values), _):
      for number in values { try appendValue(.int(number), info, array) }
    case (.doubles(let values), _):
      for number in values { try appendValue(.double(number), info, array) }
    case (.array(let values), _):
      for value in values { try appendValue(value, info, array) }
    default: break
    }
  }

  /// The array has room for it.
  private func appendValue(
    _ value: Value, _ info: TypeInfo, _ array: UnsafeMutablePointer<ArrayBlock>
  ) throws(Fault) {
    let index = array.pointee.count
    let words = array.pointee.words + index * info.layout.words
    let references = array.pointee.references + index * info.layout.references
    for part in 0..<info.layout.words { words[part] = 0 }
    for part in 0..<info.layout.references { (references + part).initialize(to: nil) }
    array.pointee.count = index + 1
    try store(value, info, words, references)
  }

  private func storeRange(
    _ form: TypeInfo.RangeForm, _ lower: Int?, _ upper: Int?, _ isClosed: Bool, _ words: Words
  ) throws(Fault) {
    switch (form, lower, upper, isClosed) {
    case (.halfOpen, .some(let lower), .some(let upper), false), (.closed, .some(let lower), .some(let upper), true):
      guard lower <= upper else { throw invalidRange(lower, upper, isClosed ? 2 : 1) }
      (words[0], words[1]) = (lower, upper)
    case (.from, .some(let lower), .none, _): words[0] = lower
    case (.upTo, .none, .some(let upper), false): words[0] = upper
    case (.through, .none, .some(let upper), true): words[0] = upper
    case (.unbounded, .none, .none, _): break
    default: throw Fault("native code gave another kind of range")
    }
  }

  /// The type that a value without a static type is taken for.
  func naturalType(of value: Value) -> TypeInfo? {
    let types = program.types
    switch value {
    case .void: return types.info(of: .void)
    case .bool: return types.info(of: .bool)
    case .int: return types.info(of: .int)
    case .double: return types.info(of: .double)
    case .float: return types.info(of: .float)
    case .string: return types.info(of: .string)
    case .ints: return types.info(of: .array(.int))
    case .doubles: return types.info(of: .array(.double))
    case .function(let function): return function.info
    case .opaque(let opaque): return opaque.info
    case .object(let object):
      return types.all.first { info in
        if case .host = info.shape { return info.type.nominal?.name == object.typeName }
        return false
      }
    default: return nil
    }
  }
}
