extension Primitives {
  static let ranges: [Primitive] =
    ["Range", "ClosedRange"].flatMap(bounded)
    + [
      Primitive(
        "PartialRangeFrom", "func contains(_ element: Bound) -> Bool", "PartialRangeFrom.contains",
        "Whether a value is in the range."
      ) { call in
        call.give(try !call.less(1, 0, call.types[0]))
      },
      Primitive(
        "PartialRangeUpTo", "func contains(_ element: Bound) -> Bool", "PartialRangeUpTo.contains",
        "Whether a value is in the range."
      ) { call in
        call.give(try call.less(1, 0, call.types[0]))
      },
      Primitive(
        "PartialRangeThrough", "func contains(_ element: Bound) -> Bool", "PartialRangeThrough.contains",
        "Whether a value is in the range."
      ) { call in
        call.give(try !call.less(0, 1, call.types[0]))
      },
      stride("to", "StrideTo", "Int"), stride("to", "StrideTo", "Double"), stride("to", "StrideTo", "Float"),
      stride("through", "StrideThrough", "Int"), stride("through", "StrideThrough", "Double"),
      stride("through", "StrideThrough", "Float"),
    ]

  private static func bounded(_ name: String) -> [Primitive] {
    [
      Primitive(name, "func contains(_ element: Bound) -> Bool", "\(name).contains", "Whether a value is in the range.")
      {
        call in
        let info = call.types[0]
        if try call.less(1, 0, info) { return call.give(false) }
        let upper = (call.wordsOf(0) + info.layout.words, call.referencesOf(0) + info.layout.references)
        let isClosed = call.info(0).type.nominal?.name == "ClosedRange"
        let machine = call.machine
        if isClosed {
          call.give(try !machine.less(info, upper.0, upper.1, call.wordsOf(1), call.referencesOf(1)))
        } else {
          call.give(try machine.less(info, call.wordsOf(1), call.referencesOf(1), upper.0, upper.1))
        }
      },
      Primitive(name, "var count: Int { get }", "\(name).count", "How many numbers there are.") { call in
        let (count, overflows) = call.wordsOf(0)[1].subtractingReportingOverflow(call.wordsOf(0)[0])
        let isClosed = call.info(0).type.nominal?.name == "ClosedRange"
        if overflows || (isClosed && count == Int.max) { throw Fault.uncountableRange }
        call.give(isClosed ? count + 1 : count)
      },
      Primitive(name, "var isEmpty: Bool { get }", "\(name).isEmpty", "Whether there are no values.") { call in
        if call.info(0).type.nominal?.name == "ClosedRange" { return call.give(false) }
        let info = call.types[0]
        let upper = (call.wordsOf(0) + info.layout.words, call.referencesOf(0) + info.layout.references)
        call.give(try call.machine.equal(info, call.wordsOf(0), call.referencesOf(0), upper.0, upper.1))
      },
    ]
  }

  private static func stride(_ label: String, _ result: String, _ type: String) -> Primitive {
    Primitive(
      nil, "func stride(from start: \(type), \(label) end: \(type), by step: \(type)) -> \(result)<\(type)>",
      "stride.\(label)",
      label == "to"
        ? "The numbers from `start` up to `end`, which is left out, `step` apart."
        : "The numbers from `start` up to `end`, which is included, `step` apart."
    ) { call in
      var isZero = call.int(2) == 0
      if case .double = call.info(2).shape { isZero = call.double(2) == 0 }
      if isZero { throw Fault("the step of a stride cannot be 0") }
      for index in 0..<3 { call.resultWords[index] = call.int(index) }
    }
  }

  // MARK: For the compiler

  /// Compares the bounds of a range that is not over `Int`.
  static let checkRange: PrimitiveBody = { call in
    let info = call.types[0]
    let (words, references) = (call.wordsOf(0), call.referencesOf(0))
    let (upper, upperReferences) = (words + info.layout.words, references + info.layout.references)
    if try call.machine.less(info, upper, upperReferences, words, references) {
      throw Fault("the range \(call.description(0)) runs backwards: its lower bound is above its upper bound")
    }
  }

  /// The i-th number of a stride over decimal numbers, `start + i * step`; nil behind its end.
  static let strideValue: PrimitiveBody = { call in
    let words = call.wordsOf(0)
    let isFloat: Bool
    if case .float = call.types[0].shape { isFloat = true } else { isFloat = false }
    func number(_ index: Int) -> Double {
      isFloat ? Double(Machine.float(words[index])) : Machine.double(words[index])
    }
    let (start, end, step) = (number(0), number(1), number(2))
    let i = Double(call.int(1))
    let value = isFloat ? Double(Float(start) + Float(i) * Float(step)) : start + i * step
    let isThrough = call.info(0).type.nominal?.name == "StrideThrough"
    let isInside = step > 0 ? (isThrough ? value <= end : value < end) : (isThrough ? value >= end : value > end)
    call.giveOptional(isInside ? (isFloat ? Int(Float(value).bitPattern) : Machine.word(value)) : nil)
  }
}

extension PrimitiveCall {
  /// Whether the first part of one argument is less than that of another.
  func less(_ left: Int, _ right: Int, _ info: TypeInfo) throws -> Bool {
    try machine.less(info, wordsOf(left), referencesOf(left), wordsOf(right), referencesOf(right))
  }
}
