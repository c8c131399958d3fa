/// Why the running program stops; the place is added from the instruction.
struct Fault: Error {
  var kind: Diagnostic.Kind
  var message: String
  var notes: [String] = []
  /// A diagnostic that has its place already.
  var diagnostic: Diagnostic?
  /// Not a fault but an error of the learner's own on its way to a `catch`; owned.
  var thrown: Reference?

  init(thrown: Reference) {
    self.init("")
    self.thrown = thrown
  }

  init(_ message: String, kind: Diagnostic.Kind = .fault, notes: [String] = []) {
    self.kind = kind
    self.message = message
    self.notes = notes
  }

  init(_ diagnostic: Diagnostic) {
    kind = diagnostic.kind
    message = diagnostic.message
    notes = diagnostic.notes
    self.diagnostic = diagnostic
  }
}

/// How a run ends that does not return.
enum Unwinding: Error {
  case fault(Diagnostic)
  /// An error of the learner's that nothing caught; the reference is owned.
  case thrown(Reference)
}

extension Fault {
  static func index(_ index: Int, count: Int) -> Fault {
    if index < 0 { return Fault("index \(index) is out of range: indices start at 0") }
    return Fault("index \(index) is out of range: the array has \(counted(count, "element"))")
  }

  static func overflow(_ left: Int, _ symbol: String, _ right: Int, _ kind: IntegerKind) -> Fault {
    let names = ["+": "addition", "-": "subtraction", "*": "multiplication", "/": "division", "%": "division"]
    let (l, r) =
      kind.isSigned ? ("\(left)", "\(right)") : ("\(UInt(bitPattern: left))", "\(UInt(bitPattern: right))")
    return Fault(
      "this \(names[symbol] ?? "operation") overflows: \(l) \(symbol) \(r) does not fit into \(kind.nominal.name)")
  }

  static func negation(_ value: Int, _ kind: IntegerKind) -> Fault {
    Fault("this value without its sign does not fit into \(kind.nominal.name): it is \(value), the smallest there is")
  }

  static func memory(_ limit: Int) -> Fault {
    Fault("out of memory: this program may use \(byteText(limit))", kind: .budget)
  }

  static var divisionByZero: Fault { Fault("division by zero") }
  static var remainderByZero: Fault { Fault("division by zero in a remainder") }
  static var uncountableRange: Fault { Fault("this range has more numbers than Int can count") }
  static var isNil: Fault { Fault("this value is nil") }
  static var overlapping: Fault {
    Fault("this variable is being changed elsewhere at the same time (overlapping accesses)")
  }
  static var uninitialised: Fault { Fault("this variable is read before it has a value") }
}

/// `2 GiB`, `512 MiB`, `1,000 bytes`
func byteText(_ bytes: Int) -> String {
  for (shift, unit) in [(30, "GiB"), (20, "MiB"), (10, "KiB")] where bytes >= 1 << shift {
    let tenths = Int((Double(bytes) / Double(1 << shift) * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
  }
  return counted(bytes, "byte")
}
