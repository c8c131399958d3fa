/// Whether the cases of a `switch` take every value, and which they do not.
///
/// A pattern is a tree of constructors: cases of an enum, nil and its opposite, `true` and `false`, tuples. The cases
/// form a table with one row each. To find a value that no row takes, its first column is replaced by each
/// constructor in turn: the rows that this constructor fits stay, with the constructor's own parts as new columns in
/// front, and the question is asked again for the smaller table. A table without columns and with a row takes
/// everything; without a row it takes nothing. (Maranget, Warnings for pattern matching, 2007.)
struct Exhaustiveness {
  /// What a pattern means here. Numbers, ranges, texts and conditions take some values, nobody knows which.
  indirect enum Shape {
    case anything
    case something
    case constructor(Constructor, [Shape])
  }

  enum Constructor: Hashable {
    case tuple
    case some, none
    case boolean(Bool)
    case enumCase(ObjectIdentifier)
  }

  /// Values that no pattern takes, as they would be written; empty if every value is taken.
  private(set) var missing: [String] = []
  /// The work to do grows quickly with the number of tuple elements, so that it has a limit.
  private var steps = 0
  private static let limit = 20_000
  var isTooComplex: Bool { steps > Self.limit }
  private let environment: Environment

  /// At most this many are named.
  static let most = 4

  init(_ patterns: [TypedPattern], of type: Type, environment: Environment) {
    self.environment = environment
    let rows = patterns.map { [shape($0, type)] }
    missing = find(rows, [type]).map { $0[0] }
  }

  // MARK: Patterns

  private func shape(_ pattern: TypedPattern, _ type: Type) -> Shape {
    switch pattern {
    case .wildcard, .variable: return .anything
    case .none: return .constructor(.none, [])
    case .optional(let inner): return .constructor(.some, [shape(inner, type.wrapped ?? .error)])
    case .tuple(let parts):
      let elements = type.tuple ?? []
      guard parts.count == elements.count else { return .something }
      return .constructor(.tuple, zip(parts, elements).map { shape($0, $1.type) })
    case .enumCase(let enumCase, let parts):
      let types = payload(of: enumCase, in: type)
      guard parts.count == types.count else { return .something }
      return .constructor(.enumCase(ObjectIdentifier(enumCase)), zip(parts, types).map(shape))
    case .cast(let inner, let target): return isAlways(type, target) ? shape(inner, target) : .something
    case .test(_, let test): return shape(ofTest: test, type)
    }
  }

  /// `true`, `false`
  private func shape(ofTest test: TypedExpression, _ type: Type) -> Shape {
    guard case .binary(.equal, _, var other) = test.kind else { return .something }
    var wrapped = 0
    while case .wrap(let inner) = other.kind {
      other = inner
      wrapped += 1
    }
    guard case .boolean(let value) = other.kind else { return .something }
    var result = Shape.constructor(.boolean(value), [])
    for _ in 0..<wrapped { result = .constructor(.some, [result]) }
    return result
  }

  /// Whether every value of `type` is a `target`.
  private func isAlways(_ type: Type, _ target: Type) -> Bool {
    if type.resolved == target.resolved || target.resolved == .any { return true }
    var ancestor = type.nominal?.superclass
    while let superclass = ancestor {
      if superclass.nominal === target.nominal { return true }
      ancestor = superclass.nominal?.superclass
    }
    return false
  }

  private func payload(of enumCase: EnumCase, in type: Type) -> [Type] {
    let substitution = Substitution(enumCase.owner.genericParameters, type.arguments)
    return enumCase.payload.map { environment.normalized(substitution.apply($0.type)) }
  }

  // MARK: The table

  /// A type's constructors, each with how it is written around its parts; nil if they cannot be counted.
  private func constructors(
    of type: Type
  ) -> [(constructor: Constructor, parts: [Type], write: ([String]) -> String)]? {
    if let wrapped = type.wrapped {
      return [(.some, [wrapped], { $0[0] == "_" ? ".some" : ".some(\($0[0]))" }), (.none, [], { _ in "nil" })]
    }
    if let elements = type.tuple {
      return [(.tuple, elements.map(\.type), { "(\($0.joined(separator: ", ")))" })]
    }
    if type.isNever { return [] }
    if type.nominal === NominalType.bool {
      return [(.boolean(true), [], { _ in "true" }), (.boolean(false), [], { _ in "false" })]
    }
    guard let nominal = type.nominal, nominal.flavour == .enumeration else { return nil }
    return nominal.cases.map { enumCase in
      let name = ".\(enumCase.name)"
      return (
        .enumCase(ObjectIdentifier(enumCase)), payload(of: enumCase, in: type),
        { parts in parts.allSatisfy { $0 == "_" } ? name : "\(name)(\(parts.joined(separator: ", ")))" }
      )
    }
  }

  /// Rows of values that no row of the table takes, one text a column.
  private mutating func find(_ rows: [[Shape]], _ types: [Type]) -> [[String]] {
    steps += 1 + rows.count
    if isTooComplex { return [] }
    guard let type = types.first else { return rows.isEmpty ? [[]] : [] }
    let rest = Array(types.dropFirst())
    let constructors = constructors(of: type)
    if constructors?.isEmpty == true { return [] }
    if rows.isEmpty { return [types.map { _ in "_" }] }
    let isTold = rows.contains { if case .constructor = $0[0] { true } else { false } }
    guard isTold, let constructors else {
      // No row tells values of this column apart, or nobody can: what is left must be taken by rows that take all.
      return find(rows.compactMap { row in takesAll(row[0]) ? Array(row.dropFirst()) : nil }, rest).map { ["_"] + $0 }
    }
    var result: [[String]] = []
    for (constructor, parts, write) in constructors {
      let fitting = rows.compactMap { row -> [Shape]? in
        switch row[0] {
        case .anything: return parts.map { _ in .anything } + row.dropFirst()
        case .constructor(constructor, let inner): return inner + row.dropFirst()
        default: return nil
        }
      }
      for found in find(fitting, parts + rest) {
        result.append([write(Array(found.prefix(parts.count)))] + found.dropFirst(parts.count))
        if result.count > Self.most { return result }
      }
    }
    return result
  }

  private func takesAll(_ shape: Shape) -> Bool {
    if case .anything = shape { return true }
    return false
  }
}

extension FlowAnalysis {
  func checkExhaustive(_ statement: TypedSwitch) {
    if statement.subject.type.isError || statement.cases.contains(where: \.isDefault) { return }
    let patterns = statement.cases.flatMap { item in item.patterns.filter { $0.condition == nil }.map(\.pattern) }
    let result = Exhaustiveness(patterns, of: statement.subject.type.resolved, environment: environment)
    if result.isTooComplex {
      return report(
        "this switch has too many combinations to see whether every value is taken", at: statement.range,
        notes: ["add a 'default:' case"])
    }
    guard !result.missing.isEmpty else { return }
    report("switch must be exhaustive", at: statement.range, notes: notes(result.missing))
  }

  private func notes(_ missing: [String]) -> [String] {
    let isAnything = { (text: String) in text.allSatisfy { "(_, )".contains($0) } }
    if missing.contains(where: isAnything) { return ["add a 'default:' case"] }
    let named = missing.prefix(Exhaustiveness.most).joined(separator: ", ")
    let more = missing.count > Exhaustiveness.most ? ", ..." : ""
    return ["missing case\(missing.count == 1 ? "" : "s"): \(named)\(more)"]
  }
}
