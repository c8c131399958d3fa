/// A question with choices, or with a number for an answer.
package struct Quiz: Sendable {
  package struct Choice: Sendable, Equatable {
    package let text: String
    package let isRight: Bool
    /// What to tell whoever picks it; always there for a wrong choice.
    package let reply: String?
  }

  /// The number that is right, and what to tell those who give another one.
  package struct NumberAnswer: Sendable, Equatable {
    package let value: Double
    package let tolerance: Double
    package let otherwise: String
    /// Replies to particular wrong numbers.
    package let replies: [Reply]
    package struct Reply: Sendable, Equatable {
      package let value: Double
      package let text: String
    }

    func accepts(_ number: Double) -> Bool { isClose(number, to: value, tolerance: tolerance) }
    func reply(to number: Double) -> String {
      replies.first { isClose(number, to: $0.value, tolerance: 0) }?.text ?? otherwise
    }

    /// Exact up to the rounding of the written number, or within the author's tolerance and that.
    private func isClose(_ number: Double, to value: Double, tolerance: Double) -> Bool {
      abs(number - value) <= tolerance + 1e-9 * max(abs(value), 1)
    }
  }

  package enum Kind: Sendable, Equatable {
    case choices([Choice])
    case number(NumberAnswer)
  }

  /// What the tutor answers.
  package enum Verdict: Sendable, Equatable {
    case right(explanations: [String])
    case wrong(replies: [String])
    /// The learner's text is no answer to this question: what would be.
    case unreadable(String)
  }

  package let name: String
  package let line: Int
  /// Markdown.
  package let question: String
  package let kind: Kind

  /// Judges what the learner typed: letters of choices (`b`, `a c`, `a,c`), or a number.
  package func verdict(on answer: String) -> Verdict {
    switch kind {
    case .number(let expected):
      guard let number = parseNumber(answer) else {
        return .unreadable("The answer is a number, for example 3 or 0.5.")
      }
      return expected.accepts(number) ? .right(explanations: []) : .wrong(replies: [expected.reply(to: number)])
    case .choices(let choices):
      return verdict(on: answer, choices)
    }
  }

  private func verdict(on answer: String, _ choices: [Choice]) -> Verdict {
    let letters = choices.indices.map(Self.letter)
    let severalRight = choices.filter(\.isRight).count > 1
    let unreadable = Verdict.unreadable(
      severalRight
        ? "The answer is one or more of the letters \(letters.joined(separator: ", "))."
        : "The answer is one of the letters \(letters.joined(separator: ", ")).")
    var picked: Set<Int> = []
    for word in answer.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      // `ac` is `a c`
      let parts = letters.contains(String(word)) ? [String(word)] : word.map(String.init)
      for part in parts {
        guard let index = letters.firstIndex(of: part) else { return unreadable }
        picked.insert(index)
      }
    }
    guard !picked.isEmpty, severalRight || picked.count == 1 else { return unreadable }
    let wrong = picked.sorted().filter { !choices[$0].isRight }
    guard wrong.isEmpty else { return .wrong(replies: wrong.compactMap { choices[$0].reply }) }
    let missing = choices.indices.filter { choices[$0].isRight && !picked.contains($0) }
    guard missing.isEmpty else { return .wrong(replies: ["Right so far, and there is more than that."]) }
    return .right(explanations: picked.sorted().compactMap { choices[$0].reply })
  }

  /// `a`, `b`, ... for the first, second, ... choice.
  package static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "a") + UInt8(clamping: min(index, 25))))
  }
}

/// `0.5`, `-3`, `1e-3`, `1/16`, `1_000`, `π` is not one; nil where the text is no finite number.
func parseNumber(_ text: String) -> Double? {
  let text = trimmed(text).replacing("_", with: "").replacing("−", with: "-")
  let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { trimmed($0) }
  let values = parts.compactMap { part -> Double? in
    // "nan", "inf" and hexadecimal are numbers for Double, but no answers
    guard part.allSatisfy({ $0.isNumber || ".-+eE".contains($0) }), let value = Double(part) else { return nil }
    return value.isFinite ? value : nil
  }
  guard values.count == parts.count else { return nil }
  switch values.count {
  case 1: return values[0]
  case 2 where values[1] != 0: return values[0] / values[1]
  default: return nil
  }
}
