extension Vocabulary {
  /// Types of the standard library that cross the border.
  static let known: Set<String> = [
    "Int", "Double", "Float", "Bool", "String", "Range<Int>", "ClosedRange<Int>", "PartialRangeFrom<Int>",
    "PartialRangeThrough<Int>", "PartialRangeUpTo<Int>", "StrideTo<Int>", "StrideThrough<Int>", "[Int]",
  ]

  /// Every type in a word's signature must be one that can cross, and no two words may look alike to a learner.
  mutating func checkNames() {
    let own = Set(types.map(\.name))
    var seen: [String: Place] = [:]
    var accepted: [Word] = []
    for word in words {
      let kinds = Vocabulary.known.union(own).union(word.genericParameters)
      let used = (word.parameters.map(\.type) + [word.result]).flatMap(\.names) + (word.owner.map { [$0] } ?? [])
      if let stranger = used.first(where: { !kinds.contains($0) }) {
        refuse(word, "'\(word.fullName)': '\(stranger)' is not a type of the learner's language")
      } else if let problem = word.unsupported {
        refuse(word, "'\(word.fullName)': \(problem)")
      } else if let other = seen[word.key] {
        refuse(word, "'\(word.fullName)' has the same signature as \(other.file):\(other.line)")
      } else {
        seen[word.key] = word.place
        accepted.append(word)
      }
    }
    words = accepted
  }

  private mutating func refuse(_ word: Word, _ message: String) {
    errors.append(BindingError(place: word.place, message: message))
  }
}

extension Word {
  /// What tells overloads apart.
  fileprivate var key: String {
    "\(owner ?? "").\(isStatic).\(name)(\(parameters.map { "\($0.label ?? "_"):\($0.type.text)" }.joined(separator: ",")))"
  }

  /// A combination of types that is valid Swift but that the border has no way for.
  fileprivate var unsupported: String? {
    for parameter in parameters {
      switch parameter.type {
      case .optional(.function), .array(.function), .optional(.existential):
        return "a parameter of type '\(parameter.type.text)' cannot cross"
      case .function(let inputs, _, _) where inputs.count > 5: return "a closure with more than five parameters"
      case .function(let inputs, _, let result):
        for type in inputs + [result] where !type.isPlain && type != .void {
          return "a closure with '\(type.text)' cannot cross"
        }
      case .tuple(let elements) where elements.contains { !$0.type.isPlain }:
        return "a parameter of type '\(parameter.type.text)' cannot cross"
      default: break
      }
    }
    if isMutating, result != .void { return "a mutating method that returns a value" }
    if case .tuple(let elements) = result {
      return elements.contains { !$0.type.isPlain } ? "a result of type '\(result.text)' cannot cross" : nil
    }
    return result.isPlain ? nil : "a result of type '\(result.text)' cannot cross"
  }
}

extension LanguageType {
  /// Crosses by itself: no function, tuple or existential anywhere in it.
  fileprivate var isPlain: Bool {
    switch self {
    case .named: true
    case .array(let type), .optional(let type): type.isPlain
    case .existential, .tuple, .function: false
    }
  }
}
