/// Runs compiled code: the globals and stacks of one session.
///
/// The window of the top level starts at the globals, so that these are registers for it. Every reference register
/// holds an owned reference or is empty, at all times.
///
/// Nothing that a program does traps the process. Arithmetic reports its overflow, an index is compared with the count
/// before a buffer is touched, and a reference that may be missing is looked for (`owned` in the loop). Calls count their
/// depth, as do functions of the host that call themselves for nested values (`valueDepth`). Buffers are charged to the
/// heap's limit before they are allocated. Loops count ticks, and whatever takes long without a loop looks at the clock
/// and the interrupt meanwhile. All of these throw a `Fault`, which ends the cell; `Snapshot` and `UndoLog` put back what
/// it had changed, also what it had moved out of its place to change it.
final class Machine {
  let program: Program
  let interrupt: InterruptFlag
  var environment: Environment
  var limits = Limits()
  var onOutput: ((String) -> Void)?
  var onNativeCall: ((NativeCall) -> Void)?
  /// The time of observed native calls within the one that runs.
  var secondsInside = 0.0
  var onDisplay: ((any Display) -> Void)?
  /// What the running cell has printed.
  var output = ""
  var displays: [(display: any Display, range: Range<Int>)] = []

  let heap: Heap
  let constants: UnsafeMutablePointer<Reference?>
  let primitives: UnsafeMutablePointer<Unmanaged<PrimitiveSite>>
  /// By function index; entries of redefined functions point to the new code.
  let functions: UnsafeMutablePointer<UnsafeMutablePointer<Code>>
  private var functionCount = 0
  /// Redefined functions of earlier cells.
  var replacements: [(old: FunctionSymbol, new: FunctionSymbol)] = []
  /// Which instances lead to which functions.
  private var links = FunctionLinks()

  static let stackCapacity = 1 << 22
  let words: UnsafeMutablePointer<Int>
  let references: UnsafeMutablePointer<Reference?>
  let wordLimit: UnsafeMutablePointer<Int>
  let referenceLimit: UnsafeMutablePointer<Reference?>
  /// Where a call from native code may put its window.
  var topWords: UnsafeMutablePointer<Int>
  var topReferences: UnsafeMutablePointer<Reference?>
  private(set) var frames: UnsafeMutablePointer<Frame>
  private(set) var maximumDepth: Int
  var depth = 0
  /// How many natives wait for closures that they called.
  var nativeDepth = 0
  static let maximumNativeDepth = 200
  /// The globals are gone, and nothing can be called any more.
  private(set) var isClosed = false
  /// How deep values that are compared, hashed or printed are nested at the moment. These functions call themselves on
  /// the host's stack, whose 512 MB are enough for as many levels as this.
  var valueDepth = 0
  /// Why the description that is under way is cut short.
  var descriptionProblem: Fault?
  static let maximumValueDepth = 100_000

  var globals = Globals()
  /// Where the error that is under way was thrown.
  var thrownRange: SourceRange?
  /// Types a library function's body, or a default value, when it is first needed.
  var checkBody: (FunctionSymbol) -> Void = { _ in }
  var defaultValue: (FunctionSymbol, Int) -> TypedExpression? = { _, _ in nil }
  /// What the host does around each run.
  var aroundRun: AroundRun?
  /// Only ever used on the thread that it came from.
  struct Running: @unchecked Sendable {
    let machine: Machine
  }
  /// The machine that runs on this thread; where one waits for another in a native, the innermost.
  @TaskLocal static var running: Running?
  /// Ticks until the budgets are looked at.
  var ticks = 0
  /// Calls of native code so far, wrapping.
  var nativeCalls = 0
  var budget = Budget()
  /// Why native code that asked was told to stop. What could not throw has returned something unfinished.
  var stopReason: Fault?

  init(program: Program, environment: Environment, interrupt: InterruptFlag) {
    self.program = program
    self.environment = environment
    self.interrupt = interrupt
    heap = program.heap
    constants = program.constants
    primitives = program.primitiveTable
    functions = Reservation.zeroed(Program.functionCapacity)
    words = Reservation.zeroed(Self.stackCapacity)
    references = Reservation.zeroed(Self.stackCapacity)
    // Natives and nested windows may look a little beyond.
    wordLimit = words + (Self.stackCapacity - 1024)
    referenceLimit = references + (Self.stackCapacity - 1024)
    topWords = words
    topReferences = references
    maximumDepth = limits.callDepth
    frames = .allocate(capacity: limits.callDepth + 1)
    heap.pointee.check?.add(self)
  }

  /// Lets go of the globals when the session is over: an object of the host's among them may hold a function of the
  /// learner's, and that holds this machine.
  func close() {
    isClosed = true
    clearWindow(references, 0, globals.end.reference)
  }

  deinit {
    heap.pointee.check?.remove(self)
    for index in 0..<globals.end.reference {
      if let reference = references[index] { heap.release(reference) }
    }
    heap.discardDying()
    Reservation.free(functions)
    Reservation.free(words)
    Reservation.free(references)
    frames.deallocate()
  }

  /// A second machine with the same code and a copy of the globals.
  func fork(environment: Environment, interrupt: InterruptFlag) -> Machine {
    let copy = Machine(program: program, environment: environment, interrupt: interrupt)
    copy.limits = limits
    copy.aroundRun = aroundRun
    copy.globals = globals
    copy.replacements = replacements
    copy.checkBody = checkBody
    copy.defaultValue = defaultValue
    for index in 0..<globals.end.word { copy.words[index] = words[index] }
    for index in 0..<globals.end.reference {
      let reference = references[index]
      reference?.retain()
      copy.references[index] = reference
    }
    copy.topWords = copy.words + globals.end.word
    copy.topReferences = copy.references + globals.end.reference
    return copy
  }

  /// Takes the redefinitions of a cell that failed back.
  func forgetReplacements(from count: Int) {
    guard replacements.count > count else { return }
    replacements.removeSubrange(count...)
    functionCount = 0
    linkFunctions()
    links = FunctionLinks()
    // Everything is compiled that was linked before.
    links.update(program, replacements) { instance, newest in
      if let index = program.index(of: newest, instance.types) { functions[instance.index] = functions[index] }
    }
  }

  /// Points the calls of redefined functions to the new ones, which are compiled for the same types.
  func linkReplacements(_ compile: (FunctionSymbol, [Type]) throws(Diagnostic) -> Int) throws(Diagnostic) {
    var links = self.links
    self.links = FunctionLinks()
    try links.update(program, replacements) { (instance, newest) throws(Diagnostic) in
      let index = try compile(newest, instance.types)
      linkFunctions()
      functions[instance.index] = functions[index]
    }
    self.links = links
  }

  /// Gives this machine the functions that were compiled since it last ran.
  func linkFunctions() {
    while functionCount < program.codes.count {
      functions[functionCount] = program.codes[functionCount]
      functionCount += 1
    }
  }

  func prepareFrames() {
    guard limits.callDepth > maximumDepth || limits.callDepth < maximumDepth else { return }
    frames.deallocate()
    maximumDepth = max(limits.callDepth, 1)
    frames = .allocate(capacity: maximumDepth + 1)
  }

  func clearWindow(_ window: UnsafeMutablePointer<Reference?>, _ start: Int, _ end: Int) {
    guard start < end else { return }
    for index in start..<end {
      if let old = window[index] {
        window[index] = nil
        heap.release(old)
      }
    }
  }

  func handler(in function: Int, at offset: Int) -> CodeInfo.Handler? {
    program.infos[function].handlers.first { $0.range.contains(offset) }
  }

  func diagnostic(
    for fault: Fault, _ code: UnsafeMutablePointer<Code>, _ instruction: UnsafeMutablePointer<Instruction>?
  ) -> Diagnostic {
    if let diagnostic = fault.diagnostic { return diagnostic }
    let range = instruction.flatMap {
      program.infos[code.pointee.index].range(at: $0 - code.pointee.instructions)
    }
    return Diagnostic(fault.kind, fault.message, at: range, notes: fault.notes)
  }
}

/// Where the globals lie, from the bottom of the stacks.
struct Globals {
  struct Entry {
    var slots: Slots
    var info: TypeInfo
  }
  /// By the slot that the checker gave.
  private(set) var entries: [Int: Entry] = [:]
  private(set) var end = Slots()
  /// Registers that running code uses lie below.
  private var reserved = Slots()

  /// New globals will lie above the window of the code that runs now.
  mutating func reserve(to slots: Slots) { reserved = slots }

  /// The registers of a global, which gets some when it is first named.
  mutating func slots(_ slot: Int, info: TypeInfo) -> Slots? {
    if let entry = entries[slot], entry.info === info { return entry.slots }
    let start = Slots(word: max(end.word, reserved.word), reference: max(end.reference, reserved.reference))
    let entry = Entry(slots: start, info: info)
    entries[slot] = entry
    end = start + info.layout
    return entry.slots
  }

  subscript(slot: Int) -> Entry? { entries[slot] }
}
