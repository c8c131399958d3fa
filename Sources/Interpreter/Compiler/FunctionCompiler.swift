/// Turns one checked body, with its generic parameters replaced, into instructions.
///
/// Registers are a stack: variables of blocks below, temporaries above. An expression is compiled either wherever its
/// value already is (`operand`), or into given registers (`compile(_:into:)`).
final class FunctionCompiler {
  /// Where a variable is.
  enum Binding {
    case registers(Slots)
    /// In a record that closures share; the reference is in this register.
    case box(Int)
  }

  /// A jump's destination, known now or later.
  final class Label {
    var position: Int?
    var uses: [Int] = []
  }

  struct LoopContext {
    var target: ObjectIdentifier
    var breakLabel: Label
    var continueLabel: Label?
    /// How many `defer` scopes were open outside.
    var deferDepth: Int
    /// What a jump out of its body releases begins here.
    var firstVariable = Int.max
  }

  struct DeferScope {
    var bodies: [(statements: [TypedStatement], start: Int)] = []
  }

  let program: Program
  let machine: Machine
  var types: TypeTable { program.types }
  private(set) var substitution: Substitution
  let index: Int
  let info: CodeInfo

  var instructions: [Instruction] = []
  var range: SourceRange
  /// The first free registers, and the most that were in use.
  var top = Slots()
  var high = Layout()
  /// Reference registers of temporaries that may still own something.
  var dirty: Set<Int> = []
  var bindings: [ObjectIdentifier: Binding] = [:]
  var loops: [LoopContext] = []
  var deferScopes: [DeferScope] = []
  /// Where `if` and `switch` as expressions put their value.
  var yieldTargets: [(slots: Slots, type: Type)] = []
  /// Where an optional chain goes when it meets nil.
  var chainExits: [Label] = []
  /// Accesses that the place being prepared has begun already, because it looks whether there is a value.
  var chainAccesses: [OpenAccess] = []
  /// Captured inout parameters: moved to a box at the start, and back at the end.
  var boxedInOuts: [(box: Int, slots: Slots, layout: Layout)] = []
  var fallthroughLabel: Label?
  /// The loops over numbers that are being compiled, innermost last.
  var openLoops: [FixedArrays] = []
  /// Emit code that stands behind the function's.
  var outOfLine: [() -> Void] = []
  /// Keeps made-up variables alive: `bindings` knows them by identity.
  var boundVariables: [VariableSymbol] = []

  // The function's own.
  var resultType: Type = .void
  /// Nil for closures and the top level.
  var function: FunctionSymbol?
  var isTopLevel = false
  /// Below are the result and the inout parameters, which stay when it returns.
  var keptReferences = 0
  /// The register of `self` in the initialiser of a class.
  var objectSelf: Int?
  var initializerKind = InitializerKind.none
  enum InitializerKind {
    case none
    /// `self` is the result.
    case value(isFailable: Bool)
  }

  init(program: Program, machine: Machine, substitution: Substitution, index: Int, range: SourceRange) {
    self.program = program
    self.machine = machine
    self.substitution = substitution
    self.index = index
    self.range = range
    info = program.infos[index]
  }

  var environment: Environment { machine.environment }

  /// Generic arguments of an expression that belongs to another function.
  struct Nested { var substitution: Substitution }

  func with(_ nested: Nested, _ body: () throws(Diagnostic) -> Void) throws(Diagnostic) {
    let outer = substitution
    substitution = nested.substitution
    defer { substitution = outer }
    try body()
  }

  // MARK: Types

  func type(_ type: Type) -> Type {
    environment.normalized(substitution.apply(environment.normalized(type.resolved))).resolved
  }
  func layout(_ type: Type) -> Layout { types.layout(of: self.type(type)) }
  func info(_ type: Type) -> TypeInfo { types.info(of: self.type(type)) }

  func unsupported(_ what: String) -> Diagnostic {
    Diagnostic(.type, "\(what) cannot be used yet", at: range)
  }

  // MARK: Emitting

  private var lastRange: Int32 = -1

  func emit(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
    instructions.append(
      Instruction(
        opcode: opcode, a: Int32(truncatingIfNeeded: a), b: Int32(truncatingIfNeeded: b),
        c: Int32(truncatingIfNeeded: c)))
    if let last = info.ranges.last, last.start == range.start, last.end == range.end, last.source === range.source {
      lastRange = Int32(info.ranges.count - 1)
    } else {
      info.ranges.append(range)
      lastRange = Int32(info.ranges.count - 1)
    }
    info.rangeIndices.append(lastRange)
  }

  func emit(jump opcode: Opcode, _ a: Int = 0, _ b: Int = 0, to label: Label) {
    label.uses.append(instructions.count)
    emit(opcode, a, b)
  }

  func place(_ label: Label) { label.position = instructions.count }

  /// Fills in where the jumps to a label go. Called for all labels when the code is complete.
  private func resolve(_ label: Label) {
    guard let position = label.position else { return }
    for use in label.uses { instructions[use].c = Int32(position - (use + 1)) }
    label.uses = []
  }

  private var labels: [Label] = []
  func newLabel() -> Label {
    let label = Label()
    labels.append(label)
    return label
  }

  func emitWord(_ word: Int, into register: Int) {
    let bits = UInt64(bitPattern: Int64(word))
    emit(
      .word, register, Int(Int32(truncatingIfNeeded: bits >> 32)), Int(Int32(truncatingIfNeeded: bits & 0xFFFF_FFFF)))
  }

  func finish(kept: Int, captures: Slots) {
    for emitCode in outOfLine { emitCode() }
    for label in labels { resolve(label) }
    shorten(kept: kept)
    program.setCode(index, instructions, layout: high, kept: kept, captures: captures)
  }

  // MARK: Registers

  func allocate(_ layout: Layout) -> Slots {
    let slots = top
    top = top + layout
    high = high.union(Layout(words: top.word, references: top.reference))
    for register in slots.reference..<top.reference { dirty.insert(register) }
    return slots
  }

  func allocateWord() -> Int { allocate(.word).word }
  func allocateReference() -> Int { allocate(.reference).reference }

  /// Gives back the registers taken since `mark`; what temporaries still own is released.
  func free(to mark: Slots) {
    var pending = dirty.filter { $0 >= mark.reference }.sorted()
    dirty.subtract(pending)
    if finalizes {
      // The last variable goes first.
      for register in pending.reversed() { emit(.clear, register, 0, 1) }
      pending = []
    }
    while let first = pending.first {
      var count = 1
      while count < pending.count, pending[count] == first + count { count += 1 }
      emit(.clear, first, 0, count)
      pending.removeFirst(count)
    }
    top = mark
  }

  /// Registers that keep their value to the end of the block are not temporaries.
  func keep(_ slots: Slots, _ layout: Layout) {
    for register in slots.reference..<slots.reference + layout.references {
      dirty.remove(register)
      variableRegisters.insert(register)
    }
  }

  /// Runs `body` with registers of its own for variables, which are released at its end.
  func block(_ body: () throws(Diagnostic) -> Void) throws(Diagnostic) {
    let mark = top
    try body()
    for register in mark.reference..<top.reference where variableRegisters.contains(register) {
      variableRegisters.remove(register)
      dirty.insert(register)
    }
    free(to: mark)
  }

  /// Keeps only `operand`, which lies at `mark`, and frees everything above it.
  func free(above operand: Operand) {
    let end = operand.slots + operand.layout
    free(to: Slots(word: max(end.word, 0), reference: max(end.reference, 0)))
  }

  // MARK: Moving

  func copy(_ source: Slots, to target: Slots, _ layout: Layout) {
    if source == target { return }
    moveWords(source, target, layout)
    for part in 0..<layout.references {
      emit(.copy, target.reference + part, source.reference + part)
      noteWrite(target.reference + part)
    }
  }

  func take(_ source: Slots, to target: Slots, _ layout: Layout) {
    if source == target { return }
    moveWords(source, target, layout)
    for part in 0..<layout.references where source.reference != target.reference {
      emit(.take, target.reference + part, source.reference + part)
      dirty.remove(source.reference + part)
      noteWrite(target.reference + part)
    }
  }

  private func moveWords(_ source: Slots, _ target: Slots, _ layout: Layout) {
    if layout.words == 0 || source.word == target.word { return }
    if layout.words <= 2 && (layout.words == 1 || source.word > target.word || source.word + 1 < target.word) {
      for part in 0..<layout.words { emit(.move, target.word + part, source.word + part) }
    } else {
      emit(.moveMany, target.word, source.word, layout.words)
    }
  }

  func move(_ operand: Operand, to target: Slots) {
    if operand.isTemporary {
      take(operand.slots, to: target, operand.layout)
    } else {
      copy(operand.slots, to: target, operand.layout)
    }
  }

  /// A temporary that is written again owns something again.
  private func noteWrite(_ register: Int) {
    if register >= base.reference && !variableRegisters.contains(register) { dirty.insert(register) }
  }
  /// Reference registers of variables, which nobody clears before their block ends.
  var variableRegisters: Set<Int> = []
  /// Below are the globals of the top level.
  var base = Slots()

  // MARK: Variables

  func declare(_ variable: VariableSymbol, isGlobal: Bool) -> Slots? {
    let type = self.type(variable.type)
    if isGlobal, case .global(let slot) = variable.storage {
      return machine.globals.slots(slot, info: types.info(of: type))
    }
    if variable.isBoxed { return nil }
    let slots = allocate(types.layout(of: type))
    keep(slots, types.layout(of: type))
    bindings[ObjectIdentifier(variable)] = .registers(slots)
    return slots
  }

  func binding(of variable: VariableSymbol) throws(Diagnostic) -> Binding {
    if let binding = bindings[ObjectIdentifier(variable)] { return binding }
    if case .global(let slot) = variable.storage {
      let info = info(variable.type)
      guard let slots = machine.globals.slots(slot, info: info) else {
        throw Diagnostic(.type, "too many globals", at: range)
      }
      if isTopLevel { return .registers(slots) }
    }
    throw Diagnostic(.type, "'\(variable.name)' cannot be reached from here", at: range)
  }

  func globalSlots(of variable: VariableSymbol) -> Slots? {
    guard !isTopLevel, case .global(let slot) = variable.storage else { return nil }
    return machine.globals.slots(slot, info: info(variable.type))
  }
}
