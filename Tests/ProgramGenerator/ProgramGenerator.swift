/// Writes a random program of the language: well-typed, ending soon, printing much, rarely trapping.
///
/// Everything on the top level of a program carries its number, so that many programs fit into one file.
package final class ProgramGenerator {
  var random: SeededGenerator
  let number: Int
  /// Innermost last.
  var scopes: [[GeneratedVariable]] = [[]]
  var functions: [GeneratedFunction] = []
  var nominals: [GeneratedNominal] = []
  /// Lines of the block that is being written.
  var lines: [String] = []
  var indentation = 0
  private var names = 0
  /// How many functions and closures are around the place that is being written.
  var level = 0
  /// How often the place runs, about, for one run of the function around it; what the function costs so far.
  var repetitions = 1
  var cost = 0
  /// Whether an error may leave the place.
  var mayThrow = false
  /// Whether calls may print and change variables here: not where the library decides how often it calls a closure.
  var mayHaveEffects = true
  /// What `return` gives; nil where there is nothing to return from.
  var result: GeneratedType?
  var loops: [(label: String?, isSwitchInside: Bool)] = []
  /// What the pattern written last binds.
  var lastPatternVariables: [(String, GeneratedType)] = []

  init(seed: UInt64, number: Int) {
    random = SeededGenerator(seed: seed)
    self.number = number
  }

  /// The program of a seed. Its declarations stand outside, its statements in a function `run` with its number, or on
  /// the top level.
  package static func program(seed: UInt64, number: Int, isTopLevel: Bool = false) -> GeneratedProgram {
    let generator = ProgramGenerator(seed: seed, number: number)
    generator.declareTypesAndFunctions()
    let declarations = generator.lines
    generator.lines = []
    if !isTopLevel { generator.result = .void }
    generator.indentation = 1
    generator.statements(generator.random.below(8) + 4, depth: 2)
    generator.printVariables()
    return GeneratedProgram(seed: seed, number: number, declarations: declarations, statements: generator.lines)
  }

  // MARK: Writing

  func emit(_ line: String) { lines.append(String(repeating: "  ", count: indentation) + line) }

  /// Writes `header {`, what `body` writes, and the closing brace.
  func block(_ header: String, closing: String = "}", _ body: () -> Void) {
    emit(header + " {")
    indentation += 1
    scopes.append([])
    body()
    scopes.removeLast()
    indentation -= 1
    emit(closing)
  }

  func fresh(_ stem: String) -> String {
    names += 1
    return "\(stem)\(names)"
  }

  /// A name for the top level.
  func global(_ stem: String) -> String { "\(fresh(stem))_\(number)" }

  // MARK: Variables

  func declare(_ name: String, _ type: GeneratedType, isMutable: Bool = false, staysOutOfClosures: Bool = false) {
    scopes[scopes.count - 1].append(
      GeneratedVariable(
        name: name, type: type, isMutable: isMutable, staysOutOfClosures: staysOutOfClosures, level: level))
  }

  /// What may be named at this place.
  var visible: [GeneratedVariable] { scopes.joined().filter { !hidden.contains($0.name) } }
  var hidden: Set<String> = []

  /// Something stored: a variable, a field of one, an element of a tuple.
  struct Place {
    var text: String
    var type: GeneratedType
    var isMutable: Bool
    var variable: GeneratedVariable
  }

  func places() -> [Place] {
    visible.flatMap { variable in
      parts(of: Place(text: variable.name, type: variable.type, isMutable: variable.isMutable, variable: variable), 2)
    }
  }

  private func parts(of place: Place, _ depth: Int) -> [Place] {
    guard depth > 0 else { return [place] }
    var result = [place]
    switch place.type {
    case .tuple(let elements):
      for (index, element) in elements.enumerated() {
        let text = "\(place.text).\(index)"
        result += parts(
          of: Place(text: text, type: element, isMutable: place.isMutable, variable: place.variable), depth - 1)
      }
    case .nominal(let name):
      guard let nominal = nominal(name) else { break }
      for field in nominal.fields {
        let isMutable = field.isMutable && (place.isMutable || nominal.flavour == .reference)
        let text = "\(place.text).\(field.name)"
        result += parts(
          of: Place(text: text, type: field.type, isMutable: isMutable, variable: place.variable), depth - 1)
      }
    default: break
    }
    return result
  }

  func nominal(_ name: String) -> GeneratedNominal? { nominals.first { $0.name == name } }

  /// Notes that a place is used; a use in a function further inside is a capture.
  func use(_ place: Place) -> String {
    if place.variable.level < level { capture(place.variable.name) }
    return place.text
  }

  private func capture(_ name: String) {
    for index in scopes.indices {
      for place in scopes[index].indices where scopes[index][place].name == name {
        scopes[index][place].isCaptured = true
      }
    }
  }

  // MARK: Places with other rules

  /// Writes what stands in a closure or a nested function.
  func nested<Result>(effects: Bool = true, throwing: Bool = false, _ body: () -> Result) -> Result {
    let saved = (mayThrow, mayHaveEffects, loops, hidden, result)
    defer { (mayThrow, mayHaveEffects, loops, hidden, result) = saved }
    mayThrow = throwing
    mayHaveEffects = mayHaveEffects && effects
    loops = []
    // `$0` of a closure means nothing in the closures inside of it.
    hidden.formUnion(scopes.joined().map(\.name).filter { $0.hasPrefix("$") })
    hidden.formUnion(scopes.joined().filter(\.staysOutOfClosures).map(\.name))
    if !effects { hidden.formUnion(visible.filter { $0.isMutable || $0.type.isFunction }.map(\.name)) }
    level += 1
    scopes.append([])
    defer {
      level -= 1
      scopes.removeLast()
    }
    return body()
  }

  func repeated(_ times: Int, _ body: () -> Void) {
    let saved = repetitions
    repetitions *= max(times, 1)
    body()
    repetitions = saved
  }

  // MARK: Types

  func isHashable(_ type: GeneratedType) -> Bool {
    switch type {
    case .integer, .double, .float, .bool, .string, .character: true
    case .array(let element), .optional(let element), .set(let element): isHashable(element)
    case .dictionary(let key, let value): isHashable(key) && isHashable(value)
    case .tuple, .function, .parameter: false
    case .nominal(let name): nominal(name)?.isHashable ?? false
    }
  }

  func isEquatable(_ type: GeneratedType) -> Bool {
    if case .tuple(let elements) = type { return !elements.isEmpty && elements.allSatisfy(isHashable) }
    return isHashable(type)
  }

  /// Whether `<` orders all values: not-a-number is left out where an order matters.
  func isComparable(_ type: GeneratedType) -> Bool {
    switch type {
    case .integer, .string, .character: true
    case .nominal(let name): nominal(name)?.isComparable ?? false
    default: false
    }
  }

  static let otherIntegers = ["UInt8", "Int8", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt", "UInt64"]

  func scalar() -> GeneratedType {
    switch random.below(20) {
    case 0..<8: .int
    case 8..<10: .integer(random.pick(Self.otherIntegers))
    case 10..<13: .double
    case 13: .float
    case 14..<16: .bool
    case 16: .character
    default: .string
    }
  }

  func anyType(_ depth: Int = 2) -> GeneratedType {
    guard depth > 0 else { return scalar() }
    switch random.below(20) {
    case 0..<8: return scalar()
    case 8..<12: return .array(anyType(depth - 1))
    case 12, 13: return .optional(nonOptional(depth - 1))
    case 14: return .set(key())
    case 15: return .dictionary(key(), anyType(depth - 1))
    case 16: return .tuple([anyType(depth - 1), anyType(depth - 1)])
    default: return nominals.isEmpty ? scalar() : .nominal(random.pick(nominals).name)
    }
  }

  func nonOptional(_ depth: Int) -> GeneratedType {
    let type = anyType(depth)
    if case .optional(let wrapped) = type { return wrapped }
    return type
  }

  /// A type for the keys of dictionaries.
  func key() -> GeneratedType {
    let ordered = nominals.filter { $0.isHashable && $0.isComparable }
    if !ordered.isEmpty, random.chance(15) { return .nominal(random.pick(ordered).name) }
    return random.pick([.int, .int, .string, .string, .character, .integer("UInt8")])
  }
}

/// A generated program in its parts.
package struct GeneratedProgram: Sendable {
  package var seed: UInt64
  package var number: Int
  package var declarations: [String]
  package var statements: [String]

  /// Declarations, and a function that runs the program; nothing happens until it is called.
  package var library: String {
    (declarations + ["func run_\(number)() {"] + statements + ["}", ""]).joined(separator: "\n")
  }

  /// The same as a program of its own, run by a call.
  package var called: String { library + "run_\(number)()\n" }

  /// The same with the statements, and so the variables, on the top level.
  package var topLevel: String {
    let statements = statements.map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 }
    return (declarations + statements + [""]).joined(separator: "\n")
  }

  /// What generated programs share: a value that the compiler does not foresee, and one that leaves a trace.
  package static let preamble = """
    func same<T>(_ value: T) -> T { value }
    func noted<T>(_ name: String, _ value: T) -> T {
      print(name, terminator: " ")
      return value
    }

    """
}
