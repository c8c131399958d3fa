extension Lesson {
  /// Changes when an author changes what learners meet: prose, steps, tasks, and how answers are judged.
  var version: String {
    fingerprint(
      items.map { item in
        switch item {
        case .prose(let prose): prose.markdown
        case .step(let step): step.code.text
        case .exercise(let exercise): exercise.version
        case .quiz(let quiz): quiz.version
        }
      })
  }

  /// The version of an exercise or quiz; nil where there is none of that name.
  func version(ofTask name: String) -> String? {
    exercise(named: name)?.version ?? quizzes.first { $0.name == name }?.version
  }

  /// Names of exercises and quizzes, exercises first.
  package var tasks: [String] { exercises.map(\.name) + quizzes.map(\.name) }
}

extension Exercise {
  fileprivate var version: String { fingerprint([starter.text, setup?.text ?? "", check.text]) }
}

extension Quiz {
  fileprivate var version: String {
    switch kind {
    case .choices(let choices): fingerprint([question] + choices.flatMap { [$0.text, "\($0.isRight)"] })
    case .number(let number): fingerprint([question, "\(number.value)", "\(number.tolerance)"])
    }
  }
}

/// FNV-1a in 64 bits, as in http://www.isthe.com/chongo/tech/comp/fnv/: the same on every machine.
func fingerprint(_ texts: [String]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in texts.joined(separator: "\u{0}").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return String(hash, radix: 36)
}
