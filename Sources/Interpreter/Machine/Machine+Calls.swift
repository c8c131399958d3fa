/// Calls between the language and native code.
extension Machine {
  /// Runs a function in a new window above all that are in use.
  func invoke<Result>(
    _ function: Int, _ shape: CallShape, arguments: (Words, References) throws(Fault) -> Void,
    result: (Words, References) -> Result
  ) throws -> Result {
    guard nativeDepth < Self.maximumNativeDepth else {
      throw Fault(
        "the calls are nested too deeply: functions of the library that call closures may wait for "
          + "\(Self.maximumNativeDepth) others", kind: .budget)
    }
    if isClosed { throw Fault("the session that this function belongs to is over") }
    let (window, windowReferences) = (topWords, topReferences)
    guard window + shape.total.words < wordLimit, windowReferences + shape.total.references < referenceLimit else {
      throw depthFault()
    }
    let savedDepth = depth
    nativeDepth += 1
    defer {
      nativeDepth -= 1
      depth = savedDepth
      topWords = window
      topReferences = windowReferences
    }
    do { try arguments(window, windowReferences) } catch {
      clearWindow(windowReferences, 0, shape.total.references)
      throw error
    }
    do { try execute(functions[function], window, windowReferences) } catch {
      clearWindow(windowReferences, 0, shape.total.references)
      throw error
    }
    let value = result(window, windowReferences)
    clearWindow(windowReferences, 0, shape.keptReferences)
    return value
  }

  /// Copies a value to slots whose references are owned or empty.
  func copy(
    _ layout: Layout, _ words: Words, _ references: References, _ target: Words, _ targetReferences: References
  ) {
    for index in 0..<layout.words { target[index] = words[index] }
    for index in 0..<layout.references {
      references[index]?.retain()
      replace(targetReferences + index, references[index])
    }
  }

  func shape(of function: FunctionType) -> CallShape {
    CallShape(
      result: program.types.layout(of: function.result),
      parameters: function.parameters.map { (program.types.layout(of: $0.type), $0.isInOut) })
  }

  func callNative(_ index: Int, _ words: Words, _ references: References) throws(Fault) {
    let site = program.nativeSites[index]
    try checkBudget()
    var arguments = site.parameters.map {
      value($0.info, words + $0.slots.word, references + $0.slots.reference)
    }
    do {
      for parameter in site.parameters {
        clearWindow(
          references, parameter.slots.reference, parameter.slots.reference + parameter.info.layout.references)
      }
      if site.changedSelf != nil { arguments.makeSelfUnique() }
      let answer = try onNativeCall.map { try observed(site, arguments, $0) } ?? site.body(arguments, self)
      try checkStopped()
      let target = site.changedSelf ?? site.result
      try store(answer, target.info, words + target.slots.word, references + target.slots.reference)
    } catch {
      // A thrown error leaves a mutating method's `self` as it was.
      if let target = site.changedSelf, let old = arguments.first {
        try store(old, target.info, words + target.slots.word, references + target.slots.reference)
      }
      throw fault(from: error)
    }
  }

  /// Calls native code, and tells an observer of it.
  private func observed(
    _ site: NativeSite, _ arguments: [Value], _ observer: (NativeCall) -> Void
  ) throws -> Value {
    let outer = secondsInside
    secondsInside = 0
    let start = ContinuousClock.now
    let answer = try site.body(arguments, self)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    observer(
      NativeCall(
        name: site.symbol.name, owner: site.symbol.owner?.name,
        parameters: (site.symbol.hasSelf ? ["self"] : []) + site.symbol.signature.parameters.map(\.name),
        arguments: arguments, result: answer, seconds: seconds, secondsInside: secondsInside))
    secondsInside = outer + seconds
    return answer
  }

  func callPrimitive(_ index: Int, _ words: Words, _ references: References) throws(Fault) {
    try checkBudgetBetweenNatives()
    do {
      try primitives[index]._withUnsafeGuaranteedRef { site in
        try site.body(PrimitiveCall(machine: self, site: site, words: words, references: references))
      }
    } catch { throw fault(from: error) }
  }
}

/// How native code calls a function of the language: worked out once, since it may call it for every element.
struct CallPlan {
  let shape: CallShape
  let parameters: [TypeInfo]
  let result: TypeInfo
}

extension [Value] {
  /// Native code may change `self` in place: nobody else holds the object afterwards.
  fileprivate mutating func makeSelfUnique() {
    guard case .object(var object) = first else { return }
    self[0] = .void
    if !isKnownUniquelyReferenced(&object) { object = object.copied() }
    self[0] = .object(object)
  }
}

extension Machine: NativeContext {
  func call(_ function: FunctionValue, _ arguments: [Value]) throws -> Value {
    if function.machine !== self {
      return try function.machine.standingIn(for: self) { try function.machine.call(function, arguments) }
    }
    let plan = plan(of: function)
    guard plan.parameters.count == arguments.count else {
      throw Fault("native code called a function with \(counted(arguments.count, "argument"))")
    }
    let closure = function.closure
    let code = Int(closure.asHeader.pointee.info)
    return try invoke(code, plan.shape) { (words, references) throws(Fault) in
      for (index, argument) in arguments.enumerated() {
        let slots = plan.shape.parameters[index]
        try self.store(argument, plan.parameters[index], words + slots.word, references + slots.reference)
      }
      self.placeCaptures(of: closure, words, references)
    } result: { words, references in
      self.value(plan.result, words, references)
    }
  }

  /// Runs `body` here on the budget of another machine, which waits for it.
  private func standingIn<Result>(for other: Machine, _ body: () throws -> Result) rethrows -> Result {
    let own = (limits, budget, ticks, output, displays, onOutput, onDisplay)
    (limits, budget, ticks, output, displays, onOutput, onDisplay) = (
      other.limits, other.budget, other.ticks, other.output, other.displays, other.onOutput, other.onDisplay
    )
    defer {
      (other.budget, other.ticks, other.output, other.displays) = (budget, ticks, output, displays)
      (limits, budget, ticks, output, displays, onOutput, onDisplay) = own
    }
    return try body()
  }

  private func plan(of function: FunctionValue) -> CallPlan {
    if let plan = function.plan { return plan }
    let types = program.types
    guard let type = function.info.type.function else {
      return CallPlan(shape: CallShape(result: .none, parameters: []), parameters: [], result: types.info(of: .void))
    }
    let plan = CallPlan(
      shape: shape(of: type), parameters: type.parameters.map { types.info(of: $0.type) },
      result: types.info(of: type.result))
    function.plan = plan
    return plan
  }

  /// Puts what a closure captured into its window.
  func placeCaptures(of closure: Reference, _ words: Words, _ references: References) {
    let captures = functions[Int(closure.asHeader.pointee.info)].pointee.captures
    let record = closure.asRecord
    for index in 0..<Int(record.pointee.words) { words[captures.word + index] = closure.recordWords[index] }
    for index in 0..<Int(record.pointee.references) {
      let captured = closure.recordReferences[index]
      captured?.retain()
      replace(references + captures.reference + index, captured)
    }
  }

  func write(_ text: String) throws { try printText(text) }
  func show(_ display: any Display) throws { try printDisplay(display) }
  func poll() throws {
    do { try checkBudget() } catch {
      stopReason = error
      throw error
    }
  }
}
