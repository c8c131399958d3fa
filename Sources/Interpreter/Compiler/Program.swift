/// Compiled functions, types and the heap of a session and all its forks. Only ever grows.
final class Program {
  let types = TypeTable()
  let heap: Heap
  /// String literals and other blocks that code refers to; a fixed reservation, so that it never moves.
  let constants: UnsafeMutablePointer<Reference?>
  private(set) var constantCount = 0
  /// By their bytes: equal texts may be composed differently.
  private var stringConstants: [[UInt8]: Int] = [:]

  /// By function index.
  private(set) var codes: [UnsafeMutablePointer<Code>] = []
  private(set) var infos: [CodeInfo] = []
  var nativeSites: [NativeSite] = []
  private var primitiveSites: [PrimitiveSite] = []
  /// The same for the machine, which must not count references: a fixed reservation, so that it never moves.
  let primitiveTable: UnsafeMutablePointer<Unmanaged<PrimitiveSite>>
  var methodSites: [MethodSite] = []

  struct Key: Hashable {
    var symbol: ObjectIdentifier
    var types: [Type]
  }
  /// A function that some code calls: compiled before that code runs.
  struct Instance {
    var symbol: FunctionSymbol
    var types: [Type]
    var index: Int
  }
  /// They keep the symbols that their keys name.
  private var instances: [Key: Instance] = [:]
  /// Those that code calls itself, in the order in which it first did: not what only stands for a redefined function.
  private(set) var calledInstances: [Instance] = []
  private var isCalled: Set<Int> = []
  /// How often instances were taken away again.
  private(set) var forgettings = 0
  var pending: [PendingBody] = []
  /// Default values that are being compiled, the innermost last.
  var defaultsInProgress: [(symbol: FunctionSymbol, index: Int)] = []

  /// Gets the bytes that are still in use when all sessions of the family are gone.
  var onRelease: ((Int) -> Void)?

  /// By type: the functions of `deinit` of a class and its superclasses.
  var finalizers: [Int: [Int]] = [:]

  static let constantCapacity = 1 << 20
  static let functionCapacity = 1 << 18

  init(checksHeap: Bool = false) {
    heap = .allocate(capacity: 1)
    heap.initialize(to: HeapState())
    if checksHeap { heap.pointee.check = HeapCheck() }
    constants = Reservation.zeroed(Self.constantCapacity)
    primitiveTable = Reservation.zeroed(Self.constantCapacity)
  }

  func add(_ site: PrimitiveSite) -> Int {
    guard primitiveSites.count < Self.constantCapacity else { return 0 }
    (primitiveTable + primitiveSites.count).initialize(to: Unmanaged.passUnretained(site))
    primitiveSites.append(site)
    return primitiveSites.count - 1
  }

  deinit {
    for index in 0..<constantCount {
      if let constant = constants[index] { heap.release(constant) }
    }
    Reservation.free(constants)
    Reservation.free(primitiveTable)
    for code in codes {
      code.pointee.instructions.deallocate()
      code.deallocate()
    }
    onRelease?(heap.pointee.live)
    heap.pointee.pool.release()
    heap.deinitialize(count: 1)
    heap.deallocate()
  }

  // MARK: Constants

  func constant(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    if let known = stringConstants[bytes] { return known }
    let index = constant(heap.string(text))
    stringConstants[bytes] = index
    return index
  }

  func forEachConstant(_ body: (Reference?) -> Void) {
    for index in 0..<constantCount { body(constants[index]) }
  }

  /// Keeps an owned block for ever.
  func constant(_ reference: Reference) -> Int {
    guard constantCount < Self.constantCapacity else { return 0 }
    constants[constantCount] = reference
    constantCount += 1
    return constantCount - 1
  }

  // MARK: Functions

  /// Reserves an index for a function whose code comes later.
  func newFunction(named name: String) -> Int {
    let code = UnsafeMutablePointer<Code>.allocate(capacity: 1)
    let instructions = UnsafeMutablePointer<Instruction>.allocate(capacity: 1)
    instructions.initialize(to: Instruction(opcode: .unreachable))
    code.initialize(
      to: Code(
        instructions: instructions, words: 0, references: 0, keptReferences: 0, captures: Slots(), index: codes.count))
    codes.append(code)
    infos.append(CodeInfo(name: name))
    return codes.count - 1
  }

  func setCode(_ index: Int, _ instructions: [Instruction], layout: Layout, kept: Int, captures: Slots) {
    let code = codes[index]
    code.pointee.instructions.deallocate()
    let memory = UnsafeMutablePointer<Instruction>.allocate(capacity: max(instructions.count, 1))
    memory.initialize(from: instructions, count: instructions.count)
    code.pointee.instructions = memory
    code.pointee.words = layout.words
    code.pointee.references = layout.references
    code.pointee.keptReferences = kept
    code.pointee.captures = captures
    infos[index].count = instructions.count
  }

  /// Frees the instructions of code that ran once.
  func releaseCode(_ index: Int) {
    setCode(index, [Instruction(opcode: .unreachable)], layout: .none, kept: 0, captures: Slots())
    infos[index] = CodeInfo(name: infos[index].name)
  }

  /// The index of a function with its generic arguments, if it was asked for before.
  func index(of symbol: FunctionSymbol, _ types: [Type]) -> Int? {
    instances[Key(symbol: ObjectIdentifier(symbol), types: types)]?.index
  }

  func addInstance(of symbol: FunctionSymbol, _ types: [Type]) -> Int {
    let index = newFunction(named: symbol.name)
    instances[Key(symbol: ObjectIdentifier(symbol), types: types)] = Instance(
      symbol: symbol, types: types, index: index)
    return index
  }

  /// Code that is compiled now calls an instance.
  func noteCall(of symbol: FunctionSymbol, _ types: [Type], _ index: Int) {
    guard isCalled.insert(index).inserted else { return }
    calledInstances.append(Instance(symbol: symbol, types: types, index: index))
  }

  /// Forgets what was compiled after `count` functions: the compilation failed half-way.
  func forgetInstances(from count: Int) {
    for (key, instance) in instances where instance.index >= count { instances[key] = nil }
    for instance in calledInstances where instance.index >= count { isCalled.remove(instance.index) }
    calledInstances.removeAll { $0.index >= count }
    forgettings += 1
    pending = []
  }
}

/// A place that calls native code.
final class NativeSite {
  let symbol: FunctionSymbol
  let body: NativeBody
  let parameters: [(info: TypeInfo, slots: Slots)]
  let result: (info: TypeInfo, slots: Slots)
  /// The changed `self` is written back here, instead of a result.
  let changedSelf: (info: TypeInfo, slots: Slots)?

  init(
    symbol: FunctionSymbol, body: @escaping NativeBody, parameters: [(info: TypeInfo, slots: Slots)],
    result: (info: TypeInfo, slots: Slots),
    changedSelf: (info: TypeInfo, slots: Slots)?
  ) {
    self.symbol = symbol
    self.body = body
    self.parameters = parameters
    self.result = result
    self.changedSelf = changedSelf
  }
}

/// A place that calls a function of the machine's own library.
final class PrimitiveSite {
  /// Where an argument lies, as offsets in the window, and its type.
  struct Argument {
    var word: Int
    var reference: Int
    unowned(unsafe) var info: TypeInfo
  }
  let body: PrimitiveBody
  let types: [TypeInfo]
  let arguments: UnsafeMutablePointer<Argument>
  let count: Int
  let result: Argument
  /// Pieces of a string between its values.
  let texts: [String]

  init(
    body: @escaping PrimitiveBody, types: [TypeInfo], arguments: [(info: TypeInfo, slots: Slots)],
    result: (info: TypeInfo, slots: Slots), texts: [String] = []
  ) {
    self.body = body
    self.types = types
    self.texts = texts
    count = arguments.count
    self.arguments = .allocate(capacity: max(count, 1))
    for (index, argument) in arguments.enumerated() {
      (self.arguments + index).initialize(
        to: Argument(word: argument.slots.word, reference: argument.slots.reference, info: argument.info))
    }
    self.result = Argument(word: result.slots.word, reference: result.slots.reference, info: result.info)
  }

  deinit { arguments.deallocate() }
}

/// A place that calls a method found by the type of a value.
struct MethodSite {
  var symbol: FunctionSymbol
  var types: [Type]
  /// Of a static member of a type that is a value: what the call gives.
  var result: Type?
  /// Function indices by type index.
  var known: [Int: Int] = [:]
}

/// A body that waits to be compiled.
struct PendingBody {
  var body: CheckedBody
  var substitution: Substitution
  var index: Int
  var range: SourceRange
  /// For each parameter whether it is inout.
  var isInOut: [Bool]
  var result: Type
  /// Nil where the body's own context says what it captures.
  var captured: [VariableSymbol]?
  var initializerKind = FunctionCompiler.InitializerKind.none

  func compile(for machine: Machine) throws(Diagnostic) {
    let compiler = FunctionCompiler(
      program: machine.program, machine: machine, substitution: substitution, index: index, range: range)
    compiler.initializerKind = initializerKind
    try compiler.compileBody(body, parameters: isInOut, result: result, captured: captured)
  }
}
