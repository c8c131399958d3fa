import Interpreter
import Kernels

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
    let all = settingNames
    let guess = closest(to: word, among: all).map { ", did you mean '\($0)'?" }
    throw Problem(
      description:
        "there is no setting '\(word)'\(guess ?? "; there are \(all.dropLast().joined(separator: ", ")) and \(all.last ?? "")")"
    )
  }
}

/// What `:set` knows: the budgets, and the number of threads.
let settingNames = Budgets.Name.allCases.map(\.rawValue) + ["threads"]

extension Repl {
  /// The budgets of a cell and the number of threads: shown, or changed.
  func set(_ arguments: String) {
    let words = arguments.split(separator: " ").map(String.init)
    if words.count > 2 { return fail("`:set NAME VALUE` takes one value, such as `:set seconds 60`") }
    do {
      if words.count == 2 {
        try set(words[0], to: words[1])
      } else {
        for name in words.isEmpty ? settingNames : words { try showSetting(name) }
      }
    } catch {
      fail("\(error)")
    }
  }

  private func set(_ name: String, to value: String) throws {
    if name == "threads" {
      let count = try Threads.number(value)
      ThreadPool.threads = count
      if let note = Threads.note(on: count) { screen.say(note) }
      return
    }
    var budgets = Budgets(options.limits)
    try budgets.set(Budgets.name(name), to: value)
    options.limits = budgets.limits
    session.limits = options.limits
  }

  private func showSetting(_ name: String) throws {
    let (value, meaning) =
      if name == "threads" {
        ("\(ThreadPool.threads)", "how many threads large operators share")
      } else {
        try (Budgets(options.limits).text(of: Budgets.name(name)), Budgets.name(name).usage.meaning)
      }
    screen.line(StyledText(padded(name, to: 9) + padded(value, to: 14)) + StyledText(meaning, .dim))
  }
}
