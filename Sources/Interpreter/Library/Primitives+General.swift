extension Primitives {
  static let general: [Primitive] = [
    Primitive(
      nil, "func print(_ items: Any..., separator: String = \" \", terminator: String = \"\\n\")", "print",
      "Writes the values, with `separator` between them and `terminator` at the end."),
    Primitive(
      nil, "func debugPrint(_ items: Any..., separator: String = \" \", terminator: String = \"\\n\")", "debugPrint",
      "Writes the values with strings in quotes."),
    Primitive(
      nil, "func fatalError(_ message: String = \"\") -> Never", "fatalError", "Stops the program with a message."),
    Primitive(
      nil, "func precondition(_ condition: Bool, _ message: String = \"\")", "precondition",
      "Stops the program if the condition is false."),
    Primitive(
      nil, "func assert(_ condition: Bool, _ message: String = \"\")", "precondition",
      "Stops the program if the condition is false."),
    Primitive(
      nil, "func preconditionFailure(_ message: String = \"\") -> Never", "fatalError",
      "Stops the program with a message."),
    Primitive("Optional", "init(_ value: Wrapped)", "Optional.init", "The value, as an optional."),
    Primitive(nil, "func swap<T>(_ a: inout T, _ b: inout T)", "swap", "Exchanges the values of two variables."),
    Primitive(nil, "func abs<T: SignedNumeric & Comparable>(_ x: T) -> T", "abs", "The value without its sign."),
    Primitive(nil, "func min<T: Comparable>(_ x: T, _ y: T) -> T", "min", "The smaller of two values."),
    Primitive(nil, "func max<T: Comparable>(_ x: T, _ y: T) -> T", "max", "The larger of two values."),
    Primitive(
      nil, "func min<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T", "minOf", "The smallest value."),
    Primitive(nil, "func max<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T", "maxOf", "The largest value."),
    Primitive(
      nil, "@discardableResult func dump<T>(_ value: T) -> T", "dump", "Writes a value and its parts, one in a line."
    ) { call in
      try call.machine.printText(call.machine.dump(call.info(0), call.wordsOf(0), call.referencesOf(0)))
      call.giveCopy(call.info(0), call.wordsOf(0), call.referencesOf(0))
    },
    Primitive(
      "Hashable", "var hashValue: Int { get }", "Hashable.hashValue", "A number that equal values have in common."
    ) { call in
      var hasher = Hasher()
      call.machine.hash(call.info(0), call.wordsOf(0), call.referencesOf(0), into: &hasher)
      call.give(hasher.finalize())
    },
  ]

  // MARK: For the compiler

  /// A string with values in it.
  static let interpolate: PrimitiveBody = { call in try call.withPieces { call.give(call.heap.string($0)) } }
  static let printPieces: PrimitiveBody = { call in try call.withPieces { try call.machine.printText($0.text) } }
  static let debugDescribe: PrimitiveBody = { call in call.give(try call.checkedDescription(0, debug: true)) }

  /// Objects in boxes: the boxes do not count.
  static let identical: PrimitiveBody = { call in
    let (first, second) = (
      call.machine.object(call.info(0), call.referencesOf(0)), call.machine.object(call.info(1), call.referencesOf(1))
    )
    call.give(first == second)
  }

  static let dynamicType: PrimitiveBody = { call in
    call.give(call.machine.dynamicType(call.info(0), call.referencesOf(0)).index)
  }

  /// An empty record of the type whose index the argument is: methods are found by records.
  static let typeRecord: PrimitiveBody = { call in
    call.give(call.heap.record(words: 0, references: 0, info: call.int(0)))
  }

  static let equal: PrimitiveBody = { call in
    call.give(
      try call.machine.equal(
        call.info(0), call.wordsOf(0), call.referencesOf(0), call.wordsOf(1), call.referencesOf(1)))
  }

  static let less: PrimitiveBody = { call in
    call.give(
      try call.machine.less(
        call.info(0), call.wordsOf(0), call.referencesOf(0), call.wordsOf(1), call.referencesOf(1)))
  }

  static let uncaught: PrimitiveBody = { call in
    throw Fault("'try!' met an error: \(call.description(0))")
  }

  /// Stops unless the first argument is true.
  static let check: PrimitiveBody = { call in
    if call.int(0) == 0 {
      let text = call.text(1)
      throw Fault(text.isEmpty ? "the condition does not hold" : text)
    }
  }

  static let fail: PrimitiveBody = { call in
    let text = call.text(0)
    throw Fault(text.isEmpty ? "fatalError() was called" : text)
  }

  // MARK: Casts

  static let isCast: PrimitiveBody = { call in call.give(try call.castSource(to: call.types[0]) != nil) }

  static let conditionalCast: PrimitiveBody = { call in
    guard let source = try call.castSource(to: call.types[0]) else { return call.giveNil() }
    call.giveSome(call.types[0], source.words, source.references)
  }

  static let forcedCast: PrimitiveBody = { call in
    guard let source = try call.castSource(to: call.types[0]) else {
      throw Fault("this value of type '\(call.dynamicType.type)' is no '\(call.types[0].type)'")
    }
    call.giveCopy(call.types[0], source.words, source.references)
  }
}

extension PrimitiveCall {
  /// The values, and the texts around them.
  func withPieces<Result>(_ body: (borrowing TextBuffer) throws -> Result) throws -> Result {
    try withUnsafeTemporaryAllocation(byteCount: 256, alignment: 16) { room in
      var text = TextBuffer(room)
      text.append(site.texts[0])
      for index in 0..<site.count {
        switch site.arguments[index].info.shape {
        case .string: if let reference = referencesOf(index)[0] { text.append(reference) }
        case .integer(let kind) where kind.isSigned: text.append(wordsOf(index)[0])
        default: text.append(description(index))
        }
        text.append(site.texts[index + 1])
      }
      try machine.checkDescription()
      return try body(text)
    }
  }

  /// The type of what is in the box or object of the first argument.
  var dynamicType: TypeInfo {
    guard let reference = referencesOf(0)[0] else { return info(0) }
    switch info(0).shape {
    case .existential, .object: return machine.program.types.all[Int(reference.asHeader.pointee.info)]
    default: return info(0)
    }
  }

  /// Where the first argument lies as a value of `goal`, if it is one.
  func castSource(
    to goal: TypeInfo
  ) throws -> (words: UnsafeMutablePointer<Int>, references: UnsafeMutablePointer<Reference?>)? {
    var (info, words, references) = (info(0), wordsOf(0), referencesOf(0))
    while true {
      switch info.shape {
      case .optional(let wrapped, let isTagged) where goal.type.wrapped == nil:
        if isTagged ? words[0] == 0 : references[0] == nil { return nil }
        (info, words) = (wrapped, isTagged ? words + 1 : words)
        continue
      case .existential:
        if case .existential = goal.shape, info === goal { return (words, references) }
        guard let box = references[0] else { return nil }
        let inner = machine.program.types.all[Int(box.asHeader.pointee.info)]
        if case .existential(let protocols) = goal.type.shallow {
          return protocols.allSatisfy { machine.environment.conforms(inner.type, to: $0) } ? (words, references) : nil
        }
        (info, words, references) = (inner, box.recordWords, box.recordReferences)
        continue
      case .object:
        guard let object = references[0] else { return nil }
        var current: Type? = machine.program.types.all[Int(object.asHeader.pointee.info)].type
        while case .nominal(let nominal, let arguments)? = current {
          if current == goal.type { return (words, references) }
          let substitution = Substitution(nominal.genericParameters, arguments)
          current = nominal.superclass.map { substitution.apply($0) }
        }
        return nil
      default: return info === goal ? (words, references) : nil
      }
    }
  }
}
