extension Primitives {
  private static func dictionary(
    _ signature: String, _ name: String, setter: String? = nil, _ documentation: String, body: PrimitiveBody? = nil
  ) -> Primitive {
    Primitive(
      "Dictionary", signature, "Dictionary." + name, setter: setter.map { "Dictionary." + $0 }, documentation,
      body: body)
  }
  private static func set(
    _ signature: String, _ name: String, _ documentation: String, body: PrimitiveBody? = nil
  ) -> Primitive {
    Primitive("Set", signature, "Set." + name, documentation, body: body)
  }

  static let dictionaries: [Primitive] = [
    dictionary("init()", "init", "An empty dictionary.") { call in
      call.give(try call.machine.newDictionary(key: call.types[0], value: call.types[1]))
    },
    dictionary("var count: Int { get }", "count", "How many keys there are.") { call in
      call.give(try call.keys(0).pointee.count)
    },
    dictionary("var isEmpty: Bool { get }", "isEmpty", "Whether there are no keys.") { call in
      call.give(try call.keys(0).pointee.count == 0)
    },
    dictionary(
      "subscript(key: Key) -> Value? { get set }", "value", setter: "value=",
      "The value for a key; nil if there is none."
    ) { call in
      let dictionary = try call.reference(0).asDictionary
      guard let place = try call.machine.find(dictionary, call.types[0], call.wordsOf(1), call.referencesOf(1)) else {
        return call.giveNil()
      }
      let values = dictionary.pointee.values.asArray
      call.giveSome(call.types[1], values.words(at: place), values.references(at: place))
    },
    dictionary(
      "subscript(key: Key, default fallback: Value) -> Value { get set }", "default", setter: "default=",
      "The value for a key, or `fallback` if there is none."
    ) { call in
      let dictionary = try call.reference(0).asDictionary
      guard let place = try call.machine.find(dictionary, call.types[0], call.wordsOf(1), call.referencesOf(1)) else {
        return call.giveCopy(call.types[1], call.wordsOf(2), call.referencesOf(2))
      }
      let values = dictionary.pointee.values.asArray
      call.giveCopy(call.types[1], values.words(at: place), values.references(at: place))
    },
    dictionary(
      "@discardableResult mutating func removeValue(forKey key: Key) -> Value?", "removeValue",
      "Takes a key out and gives its value; nil if there was none."
    ) { call in
      let dictionary = try call.machine.makeUniqueDictionary(call.slot(0))
      guard let place = try call.machine.find(dictionary, call.types[0], call.wordsOf(1), call.referencesOf(1)) else {
        return call.giveNil()
      }
      let values = dictionary.pointee.values.asArray
      call.giveSome(call.types[1], values.words(at: place), values.references(at: place))
      try call.machine.removeEntry(dictionary, call.types[0], at: place)
    },
    dictionary(
      "@discardableResult mutating func updateValue(_ value: Value, forKey key: Key) -> Value?", "updateValue",
      "Sets the value for a key and gives the old one; nil if there was none."
    ) { call in
      let dictionary = try call.machine.makeUniqueDictionary(call.slot(0))
      if let place = try call.machine.find(dictionary, call.types[0], call.wordsOf(2), call.referencesOf(2)) {
        let values = dictionary.pointee.values.asArray
        call.giveSome(call.types[1], values.words(at: place), values.references(at: place))
      } else {
        call.giveNil()
      }
      try call.setEntry(dictionary, key: 2, value: (call.wordsOf(1), call.referencesOf(1)))
    },
    dictionary("mutating func removeAll(keepingCapacity: Bool = false)", "removeAll", "Takes all keys out.") { call in
      call.machine.replace(call.slot(0), try call.machine.newDictionary(key: call.types[0], value: call.types[1]))
    },

    set("init()", "init", "An empty set.") { call in
      call.give(try call.machine.newDictionary(key: call.types[0], value: call.machine.program.types.info(of: .void)))
    },
    set("init<S: Sequence>(_ elements: S) where S.Element == Element", "init(sequence)", "The elements of a sequence.")
    {
      call in
      let array = try call.elementsOf(0, element: call.types[0])
      defer { call.heap.release(array) }
      try call.giveSet(call.types[0], array.asArray)
    },
    set("var count: Int { get }", "count", "How many elements there are.") { call in
      call.give(try call.keys(0).pointee.count)
    },
    set("var isEmpty: Bool { get }", "isEmpty", "Whether there are no elements.") { call in
      call.give(try call.keys(0).pointee.count == 0)
    },
    set("func contains(_ element: Element) -> Bool", "contains", "Whether an element is in the set.") { call in
      let dictionary = try call.reference(0).asDictionary
      call.give(
        try call.machine.find(dictionary, call.types[0], call.wordsOf(1), call.referencesOf(1)) != nil)
    },
    set(
      "@discardableResult mutating func insert(_ element: Element) -> (inserted: Bool, memberAfterInsert: Element)",
      "insert", "Adds an element; `inserted` is false if it was there."
    ) { call in
      let dictionary = try call.machine.makeUniqueDictionary(call.slot(0))
      let isNew = try call.machine.findOrInsert(dictionary, call.types[0], call.wordsOf(1), call.referencesOf(1)).isNew
      call.resultWords[0] = isNew ? 1 : 0
      call.machine.copy(
        call.types[0].layout, call.wordsOf(1), call.referencesOf(1), call.resultWords + 1, call.resultReferences)
    },
    set("@discardableResult mutating func remove(_ element: Element) -> Element?", "remove", "Takes an element out.") {
      call in
      let dictionary = try call.machine.makeUniqueDictionary(call.slot(0))
      guard let place = try call.machine.find(dictionary, call.types[0], call.wordsOf(1), call.referencesOf(1)) else {
        return call.giveNil()
      }
      call.giveSome(call.types[0], call.wordsOf(1), call.referencesOf(1))
      try call.machine.removeEntry(dictionary, call.types[0], at: place)
    },
    set("mutating func removeAll(keepingCapacity: Bool = false)", "removeAll", "Takes all elements out.") { call in
      let void = call.machine.program.types.info(of: .void)
      call.machine.replace(call.slot(0), try call.machine.newDictionary(key: call.types[0], value: void))
    },
    set("func union(_ other: Set<Element>) -> Set<Element>", "union", "The elements of both sets.") { call in
      try call.combine { _ in
        true
      } adding: { _ in
        true
      }
    },
    set("func intersection(_ other: Set<Element>) -> Set<Element>", "intersection", "The elements that both sets have.")
    {
      call in
      try call.combine {
        $0
      } adding: { _ in
        false
      }
    },
    set("func subtracting(_ other: Set<Element>) -> Set<Element>", "subtracting", "The elements not in the other set.")
    {
      call in
      try call.combine {
        !$0
      } adding: { _ in
        false
      }
    },
    set(
      "func symmetricDifference(_ other: Set<Element>) -> Set<Element>", "symmetricDifference",
      "The elements in only one of the sets."
    ) { call in
      try call.combine {
        !$0
      } adding: {
        !$0
      }
    },
    set("func isSubset(of other: Set<Element>) -> Bool", "isSubset", "Whether the other set has all elements.") {
      call in
      let keys = try call.keys(0)
      let other = try call.reference(1).asDictionary
      for index in 0..<keys.pointee.count {
        if index & 0xFFF == 0xFFF { try call.machine.checkBudget() }
        let place = try call.machine.find(other, call.types[0], keys.words(at: index), keys.references(at: index))
        if place == nil { return call.give(false) }
      }
      call.give(true)
    },
  ]

  static let setDictionaryValue: PrimitiveBody = { call in
    // Address, key, new value as an optional.
    let dictionary = try call.machine.makeUniqueDictionary(call.slot(0))
    let (words, references) = (call.wordsOf(2), call.referencesOf(2))
    var isTagged = false
    if case .optional(_, let tagged) = call.info(2).shape { isTagged = tagged }
    if isTagged ? words[0] == 0 : references[0] == nil {
      if let place = try call.machine.find(dictionary, call.types[0], call.wordsOf(1), call.referencesOf(1)) {
        try call.machine.removeEntry(dictionary, call.types[0], at: place)
      }
      return
    }
    try call.setEntry(dictionary, key: 1, value: (isTagged ? words + 1 : words, references))
  }

  static let setDictionaryDefault: PrimitiveBody = { call in
    let dictionary = try call.machine.makeUniqueDictionary(call.slot(0))
    try call.setEntry(dictionary, key: 1, value: (call.wordsOf(3), call.referencesOf(3)))
  }

  /// Address, key, value: the key is new.
  static let insertEntry: PrimitiveBody = { call in
    let dictionary = try call.machine.makeUniqueDictionary(call.slot(0))
    try call.setEntry(dictionary, key: 1, value: (call.wordsOf(2), call.referencesOf(2)))
  }

  static let setFromArray: PrimitiveBody = { call in try call.giveSet(call.types[0], try call.array(0)) }

  static let dictionaryLiteral: PrimitiveBody = { call in
    let (keys, values) = (try call.array(0), try call.array(1))
    let result = try call.machine.newDictionary(key: call.types[0], value: call.types[1])
    call.give(result)
    let dictionary = result.asDictionary
    for index in 0..<keys.pointee.count {
      let (words, references) = (keys.words(at: index), keys.references(at: index))
      let (place, isNew) = try call.machine.findOrInsert(dictionary, call.types[0], words, references)
      guard isNew else {
        let key = call.machine.description(call.types[0], words, references, debug: true)
        throw Fault("the key \(key) occurs twice in this dictionary")
      }
      let target = dictionary.pointee.values.asArray
      call.machine.copy(
        call.types[1].layout, values.words(at: index), values.references(at: index), target.words(at: place),
        target.references(at: place))
    }
  }
}

extension PrimitiveCall {
  func keys(_ index: Int) throws -> UnsafeMutablePointer<ArrayBlock> {
    try reference(index).asDictionary.pointee.keys.asArray
  }

  func setEntry(
    _ dictionary: UnsafeMutablePointer<DictionaryBlock>, key: Int,
    value: (words: UnsafeMutablePointer<Int>, references: UnsafeMutablePointer<Reference?>)
  ) throws {
    let place = try machine.findOrInsert(dictionary, types[0], wordsOf(key), referencesOf(key)).place
    let values = dictionary.pointee.values.asArray
    machine.copy(
      types[1].layout, value.words, value.references, values.words(at: place), values.references(at: place))
  }

  func giveSet(_ element: TypeInfo, _ array: UnsafeMutablePointer<ArrayBlock>) throws {
    let result = try machine.newDictionary(key: element, value: machine.program.types.info(of: .void))
    give(result)
    for index in 0..<array.pointee.count {
      if index & 0xFFF == 0xFFF { try machine.checkBudget() }
      _ = try machine.findOrInsert(
        result.asDictionary, element, array.words(at: index), array.references(at: index))
    }
  }

  /// A new set: elements of the first argument chosen by whether the second has them, and the other way round.
  func combine(_ keeping: (Bool) -> Bool, adding: (Bool) -> Bool) throws {
    let element = types[0]
    let (left, right) = (try reference(0).asDictionary, try reference(1).asDictionary)
    let result = try machine.newDictionary(key: element, value: machine.program.types.info(of: .void))
    do {
      for isFirst in [true, false] {
        let (from, other) = isFirst ? (left, right) : (right, left)
        let keys = from.pointee.keys.asArray
        for index in 0..<keys.pointee.count {
          if index & 0xFFF == 0xFFF { try machine.checkBudget() }
          let (words, references) = (keys.words(at: index), keys.references(at: index))
          let isShared = try machine.find(other, element, words, references) != nil
          if isFirst ? keeping(isShared) : adding(isShared) {
            _ = try machine.findOrInsert(result.asDictionary, element, words, references)
          }
        }
      }
    } catch {
      heap.release(result)
      throw error
    }
    give(result)
  }
}
