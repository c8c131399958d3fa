import Interpreter

/// What a cell may use, by the names that `:set` and the command line know.
package struct Budgets {
  package enum Name: String, CaseIterable, Sendable {
    case seconds, steps, memory, output, depth

    /// What is counted, in which unit, and an example.
    var usage: (meaning: String, unit: String, example: String) {
      switch self {
      case .seconds: ("how long a cell may run", "seconds", "60")
      case .steps: ("how many calls and turns of loops it may take", "steps", "1000000")
      case .memory: ("what its arrays, texts and dictionaries may take", "MB", "512")
      case .output: ("how much it may print", "KB", "100")
      case .depth: ("how many calls may wait for one another", "calls", "20000")
      }
    }

    var canBeOff: Bool { self == .seconds || self == .steps }
    /// Beyond that the machine's own stacks end.
    var largest: Double { self == .depth ? 1e6 : self == .steps ? 1e18 : 1e9 }
  }

  package struct Problem: Error, CustomStringConvertible {
    package let description: String
  }

  package internal(set) var limits: Limits

  package init() { limits = Limits() }
  init(_ limits: Limits) { self.limits = limits }

  /// The budget and its unit: `512 MB`, `off`.
  package func text(of name: Name) -> String {
    func text(_ value: Double) -> String {
      value == value.rounded() && value < 1e15 ? "\(Int(value))" : "\(value)"
    }
    let value: Double? =
      switch name {
      case .seconds: limits.seconds
      case .steps: limits.steps.map { Double($0) }
      case .memory: Double(limits.memoryBytes) / Double(1 << 20)
      case .output: Double(limits.outputBytes) / Double(1 << 10)
      case .depth: Double(limits.callDepth)
      }
    return value.map { "\(text($0)) \(name.usage.unit)" } ?? "off"
  }

  /// Reads a value as it is typed.
  package mutating func set(_ name: Name, to text: String) throws(Problem) {
    if text == "off" && name.canBeOff {
      if name == .seconds { limits.seconds = nil } else { limits.steps = nil }
      return
    }
    let isWhole = name == .steps || name == .depth
    guard let value = Double(text), value > 0, value <= name.largest, !isWhole || value == value.rounded() else {
      let (_, unit, example) = name.usage
      throw Problem(
        description: "\(name) is a \(isWhole ? "whole number" : "number") of \(unit), more than 0 and at most "
          + "\(Int(name.largest)), such as \(example)\(name.canBeOff ? ", or off" : ""); not '\(text)'")
    }
    switch name {
    case .seconds: limits.seconds = value
    case .steps: limits.steps = Int(value)
    case .memory: limits.memoryBytes = Int(value * Double(1 << 20))
    case .output: limits.outputBytes = Int(value * Double(1 << 10))
    case .depth: limits.callDepth = Int(value)
    }
  }

  package static func name(_ word: String) throws(Problem) -> Name {
    if let name = Name(rawValue: word) { return name }
    let guess = closest(to: word, among: Name.allCases.map(\.rawValue)).map { ", did you mean '\($0)'?" }
    let all = Name.allCases.map(\.rawValue)
    throw Problem(
      description:
        "there is no budget '\(word)'\(guess ?? "; there are \(all.dropLast().joined(separator: ", ")) and \(all.last ?? "")")"
    )
  }
}

extension Repl {
  /// Budgets of a cell: shown, or changed.
  func set(_ arguments: String) {
    let words = arguments.split(separator: " ").map(String.init)
    var budgets = Budgets(options.limits)
    do {
      if words.count == 2 {
        try budgets.set(Budgets.name(words[0]), to: words[1])
        options.limits = budgets.limits
        session.limits = options.limits
        return
      }
      if words.count > 2 { return fail("`:set NAME VALUE` takes one value, such as `:set seconds 60`") }
      let names =
        try words.first.map { word throws(Budgets.Problem) in [try Budgets.name(word)] } ?? Budgets.Name.allCases
      for name in names {
        let line = StyledText(padded(name.rawValue, to: 9) + padded(budgets.text(of: name), to: 14))
        screen.line(line + StyledText(name.usage.meaning, .dim))
      }
    } catch {
      fail(error.description)
    }
  }
}
