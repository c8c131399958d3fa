/// The operators that a program can write: those of the standard library, and those that it declares.
struct OperatorTable {
  struct Group {
    enum Associativity { case left, right, none }
    var associativity = Associativity.none
    /// The groups right below, and right above.
    var isHigherThan: [String] = []
    var isLowerThan: [String] = []
  }

  /// By the operator, the name of its group.
  private(set) var infix: [String: String] = [:]
  var prefix: Set<String> = ["-", "+", "!", "~", "..<", "..."]
  var postfix: Set<String> = ["..."]
  private(set) var groups: [String: Group] = [:]

  static let standard = OperatorTable()

  private init() {
    for (index, row) in Self.rows.enumerated() {
      groups[row.group] = Group(
        associativity: row.associativity, isHigherThan: index == 0 ? [] : [Self.rows[index - 1].group])
      for name in row.names { infix[name] = row.group }
    }
    groups["DefaultPrecedence"] = Group(isHigherThan: ["TernaryPrecedence"])
  }

  /// The groups of the standard library, from weak to strong.
  private static let rows: [(group: String, associativity: Group.Associativity, names: [String])] = [
    (
      "AssignmentPrecedence", .right,
      [
        "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&+=", "&-=", "&*=", "&<<=", "&>>=",
      ]
    ),
    ("TernaryPrecedence", .right, []),
    ("LogicalDisjunctionPrecedence", .left, ["||"]),
    ("LogicalConjunctionPrecedence", .left, ["&&"]),
    (
      "ComparisonPrecedence", .none,
      ["==", "!=", "<", "<=", ">", ">=", "===", "!==", "~=", ".<", ".<=", ".>", ".>=", ".==", ".!="]
    ),
    ("NilCoalescingPrecedence", .right, ["??"]),
    ("CastingPrecedence", .none, []),
    ("RangeFormationPrecedence", .none, ["..<", "..."]),
    ("AdditionPrecedence", .left, ["+", "-", "&+", "&-", "|", "^"]),
    ("MultiplicationPrecedence", .left, ["*", "/", "%", "&*", "&"]),
    ("BitwiseShiftPrecedence", .none, ["<<", ">>", "&<<", "&>>"]),
  ]

  mutating func declare(infix name: String, in group: String) { infix[name] = group }
  mutating func declare(_ name: String, _ group: Group) { groups[name] = group }

  /// Which of two groups binds more strongly; nil where nothing says so.
  func isStronger(_ left: String, than right: String) -> Bool? {
    if left == right { return false }
    if reaches(left, right) { return true }
    return reaches(right, left) ? false : nil
  }

  /// Whether `group` lies above `lower`, directly or through others.
  private func reaches(_ group: String, _ lower: String) -> Bool {
    var waiting = [group]
    var seen: Set<String> = []
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      if next == lower { return true }
      waiting += groups[next]?.isHigherThan ?? []
      for (name, other) in groups where other.isLowerThan.contains(next) { waiting.append(name) }
    }
    return false
  }
}
