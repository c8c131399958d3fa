/// Elements of arrays of arrays: `x[c][i + u][j + v]`. The blocks on the way are borrowed, and those that stay the same
/// while a loop runs are found before it.
extension FunctionCompiler {
  /// One step of a path (see `Opcode.loadPath`): an index, or the sum of two numbers.
  enum PathStep {
    case index(Int, SourceRange)
    case sum(Int, Int, sum: SourceRange, SourceRange)

    /// The instructions that it takes.
    var count: Int {
      if case .sum = self { return 2 }
      return 1
    }
  }

  /// An index that is an operand already, or the sum of two.
  func pathStep(_ index: TypedExpression, in subscripted: SourceRange) throws(Diagnostic) -> PathStep {
    if let (left, right) = sum(index), isSimple(left), isSimple(right) {
      return .sum(try word(left), try word(right), sum: index.range, subscripted)
    }
    return .index(try word(index), subscripted)
  }

  private func sum(_ index: TypedExpression) -> (TypedExpression, TypedExpression)? {
    guard case .binary(.add, let left, let right) = index.kind, type(index.type) == .int, smallConstant(left) == nil,
      smallConstant(right) == nil
    else { return nil }
    return (left, right)
  }

  func emit(_ steps: [PathStep]) {
    let outer = range
    for step in steps {
      switch step {
      case .index(let register, let subscripted):
        range = subscripted
        emit(.extra, 0, register)
      case .sum(let left, let right, let sum, let subscripted):
        range = sum
        emit(.extra, 1, left, right)
        range = subscripted
        emit(.extra)
      }
    }
    range = outer
  }

  private typealias Level = (index: TypedExpression, range: SourceRange)

  /// Loads an element of one word at the end of two or more subscripts, if they run no code of the learner's.
  func loadPath(_ base: TypedExpression, _ index: TypedExpression, _ target: Slots) throws(Diagnostic) -> Bool {
    var (root, levels) = (base, [Level(index, range)])
    while case .arrayElement(let outer, let inner) = root.kind, layout(root.type) == .reference,
      type(root.type).arrayElement != nil
    {
      levels.insert((inner, root.range), at: 0)
      root = outer
    }
    guard levels.count > 1, isSimple(root), levels.allSatisfy({ isSimple($0.index) }) else { return false }
    guard levels.allSatisfy({ isStraight($0.index) }), let address = fixedArray(root, levels.dropLast().map(\.index))
    else {
      if levels.count == 2 { return false }
      try loadWholePath(root, levels, target)
      return true
    }
    switch try pathStep(index, in: range) {
    case .index(let register, _):
      emit(.loadFixed, target.word, address, register)
      emit(.extra)
    case .sum(let left, let right, _, _):
      emit(.loadFixedSum, target.word, address, left)
      emit(.extra, 0, right)
    }
    // An index that does not fit goes the whole path, out of the way, and is told there.
    let (whole, end) = (newLabel(), instructions.count)
    whole.uses.append(end - 1)
    try loadWholePath(root, levels, target)
    let (path, places) = (Array(instructions[end...]), Array(info.rangeIndices[end...]))
    instructions.removeLast(path.count)
    info.rangeIndices.removeLast(path.count)
    let goesOn = newLabel()
    place(goesOn)
    outOfLine.append { [unowned self] in
      self.place(whole)
      self.instructions += path
      self.info.rangeIndices += places
      self.emit(jump: .jump, to: goesOn)
    }
    return true
  }

  /// Whether an expression needs no jumps.
  private func isStraight(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .variable, .integer: true
    case .binary(let operation, let left, let right):
      !operation.isComparison && type(left.type) == .int && isStraight(left) && isStraight(right)
    default: false
    }
  }

  private func loadWholePath(_ root: TypedExpression, _ levels: [Level], _ target: Slots) throws(Diagnostic) {
    let outer = range
    defer { range = outer }
    let borrowed = try peek(root)
    var array = borrowed ?? 0
    if borrowed == nil { array = try operand(root).reference }
    var steps: [PathStep] = []
    for level in levels { steps.append(try pathStep(level.index, in: level.range)) }
    range = levels[0].range
    emit(borrowed == nil ? .loadPath : .loadPathVia, target.word, array, steps.reduce(0) { $0 + $1.count })
    emit(steps)
  }

  // MARK: Before a loop

  /// A register, or the sum of two, that keeps its value while a loop runs.
  struct FixedStep: Hashable {
    var left: Int
    var right: Int?
  }

  /// The arrays in arrays that a loop over numbers reads again and again. Their blocks are found before the loop begins,
  /// as far as there are any: constants that were there before it are all that is needed.
  final class FixedArrays {
    struct Key: Hashable {
      /// The register of the outermost array.
      var root: Int
      var steps: [FixedStep]
    }
    static let most = 4
    /// What was there before the loop lies below these.
    let outside: Slots
    /// Registers for the addresses.
    let registers: Int
    var known: [Key: Int] = [:]
    var found: [(register: Int, start: (isBorrowed: Bool, register: Int), steps: ArraySlice<FixedStep>)] = []

    init(outside: Slots, registers: Int) {
      self.outside = outside
      self.registers = registers
    }

    func isFixed(_ root: Int, _ steps: some Collection<FixedStep>) -> Bool {
      root < outside.reference && steps.allSatisfy { max($0.left, $0.right ?? 0) < outside.word }
    }
  }

  /// The register with the address of the array at the end of a path, if the innermost loop never changes it.
  private func fixedArray(_ root: TypedExpression, _ indices: [TypedExpression]) -> Int? {
    guard let array = constantSlots(root)?.reference else { return nil }
    var steps: [FixedStep] = []
    for index in indices {
      if let slots = constantSlots(index) {
        steps.append(FixedStep(left: slots.word))
      } else if let (left, right) = sum(index), let first = constantSlots(left), let second = constantSlots(right) {
        steps.append(FixedStep(left: first.word, right: second.word))
      } else {
        return nil
      }
    }
    return fixedArray(array, steps, in: openLoops.count - 1)
  }

  private func fixedArray(_ root: Int, _ steps: [FixedStep], in innermost: Int) -> Int? {
    var loop = innermost
    guard loop >= 0, openLoops[loop].isFixed(root, steps) else { return nil }
    while loop > 0, openLoops[loop - 1].isFixed(root, steps) { loop -= 1 }
    let arrays = openLoops[loop]
    let key = FixedArrays.Key(root: root, steps: steps)
    if let known = arrays.known[key] { return known }
    guard arrays.found.count < FixedArrays.most else { return nil }
    // The loops outside may know a part of the way.
    var (start, done) = ((isBorrowed: false, register: root), 0)
    for count in stride(from: steps.count - 1, to: 0, by: -1) {
      if let address = fixedArray(root, Array(steps[..<count]), in: loop - 1) {
        (start, done) = ((true, address), count)
        break
      }
    }
    let register = arrays.registers + arrays.found.count
    arrays.found.append((register, start, steps[done...]))
    arrays.known[key] = register
    return register
  }

  /// The registers of a constant, or of a stored part of one.
  private func constantSlots(_ expression: TypedExpression) -> Slots? {
    switch expression.kind {
    case .variable(let variable):
      guard !variable.isMutable, !variable.isAssignedLate, !variable.isInOut, variable.firstUse == nil,
        globalSlots(of: variable) == nil, case .registers(let slots)? = try? binding(of: variable)
      else { return nil }
      return slots
    case .field(let base, let index), .tupleElement(let base, let index):
      guard !type(base.type).isClass, let slots = constantSlots(base) else { return nil }
      return slots + partOffset(of: base.type, index)
    default: return nil
    }
  }

  /// Finds what a loop needs before it: its first instruction moves to the end of the function, with this behind it.
  func leave(_ arrays: FixedArrays, entry: Int, start: Label, exit: Label) {
    guard !arrays.found.isEmpty else { return }
    let before = newLabel()
    let (instruction, place) = (instructions[entry], info.rangeIndices[entry])
    instructions[entry] = Instruction(opcode: .jump)
    before.uses.append(entry)
    let jumps = exit.uses.firstIndex(of: entry)
    outOfLine.append { [unowned self] in
      self.place(before)
      if let jumps { exit.uses[jumps] = self.instructions.count }
      self.instructions.append(instruction)
      self.info.rangeIndices.append(place)
      for array in arrays.found {
        self.emit(
          array.start.isBorrowed ? .findFixedVia : .findFixed, array.register, array.start.register,
          array.steps.count)
        for step in array.steps { self.emit(.extra, step.right == nil ? 0 : 1, step.left, step.right ?? 0) }
      }
      self.emit(jump: .jump, to: start)
    }
  }
}
