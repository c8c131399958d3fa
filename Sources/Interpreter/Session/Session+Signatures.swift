/// How the function around the cursor is called.
package struct SignatureHelp: Sendable, Equatable {
  package struct Signature: Sendable, Equatable {
    /// `conv2d(_ input: Tensor, kernel: Tensor, stride: Int = 1) -> Tensor`
    package var text: String
    /// Where each parameter stands in `text`, in UTF-8 offsets.
    package var parameters: [Range<Int>]
    /// The parameter that the cursor's argument is for; nil if no parameter is left.
    package var active: Int?
    package var documentation: String
  }
  /// All overloads; those that the arguments so far fit come first.
  package var signatures: [Signature]
}

extension Session {
  /// The signatures of the innermost call or subscript around the UTF-8 offset; nil outside of calls.
  package func signatureHelp(in text: String, at offset: Int) -> SignatureHelp? {
    runOnLargeStack {
      guard let context = callContext(in: text, at: offset), let call = context.call else { return nil }
      return self.probing(text, upTo: context.start, word: "completed", call: call) { probe, _ in
        guard let called = probe.called else { return nil }
        let labels = call.labelsBefore + (call.label == nil && call.mayBeLabel ? [] : [call.label])
        let all = called.signatures.map { signature -> (SignatureHelp.Signature, fits: Bool) in
          let position =
            labels.count > call.labelsBefore.count
            ? signature.position(of: labels) : signature.nextPosition(after: labels)
          return (
            SignatureHelp.Signature(
              text: signature.text, parameters: signature.ranges, active: position,
              documentation: signature.documentation),
            position != nil || (labels.isEmpty && signature.parameters.isEmpty)
          )
        }
        return SignatureHelp(signatures: (all.filter(\.fits) + all.filter { !$0.fits }).map(\.0))
      }
    }
  }
}

/// A function as a learner reads it, with the types that it has at a call.
struct ReadableSignature {
  struct Parameter {
    var label: String?
    var type: String
    /// Whether a call may leave it out.
    var isOptional: Bool
    var isVariadic: Bool
  }
  var text: String
  var ranges: [Range<Int>] = []
  var parameters: [Parameter] = []
  var documentation: String

  /// `name(parameters) -> result`, where each parameter is written as given.
  init(_ name: String, _ parameters: [(Parameter, text: String)], close: String, documentation: String = "") {
    text = name
    self.documentation = documentation
    for (index, parameter) in parameters.enumerated() {
      if index > 0 { text += ", " }
      let start = text.utf8.count
      text += parameter.text
      ranges.append(start..<text.utf8.count)
      self.parameters.append(parameter.0)
    }
    text += close
  }

  /// Which parameter the last of some arguments belongs to, by their labels; nil if the call does not fit.
  func position(of labels: [String?]) -> Int? {
    var last: Int?
    for label in labels {
      if label == nil, let last, parameters[last].isVariadic { continue }
      var candidate = last.map { $0 + 1 } ?? 0
      while candidate < parameters.count, parameters[candidate].label != label {
        guard parameters[candidate].isOptional else { return nil }
        candidate += 1
      }
      guard candidate < parameters.count else { return nil }
      last = candidate
    }
    return last
  }

  /// Where the argument after these belongs if nothing is left out.
  func nextPosition(after labels: [String?]) -> Int? {
    guard let last = labels.isEmpty ? -1 : position(of: labels) else { return nil }
    if last >= 0, parameters[last].isVariadic { return last }
    return last + 1 < parameters.count ? last + 1 : nil
  }

  /// The parameters that the argument after these can be for: up to the first that must not be left out.
  func parameters(after labels: [String?]) -> [Parameter] {
    guard let last = labels.isEmpty ? -1 : position(of: labels) else { return [] }
    let rest = parameters[(last + 1)...]
    guard let required = rest.firstIndex(where: { !$0.isOptional }) else { return Array(rest) }
    return Array(rest[...required])
  }
}

extension Probe.Called {
  var signatures: [ReadableSignature] {
    switch self {
    case .functions(let callees): return callees.map(\.readable)
    case .value(let function):
      let parameters = function.parameters.map { parameter in
        let type = (parameter.isInOut ? "inout " : "") + parameter.type.resolved.description
        return (ReadableSignature.Parameter(label: nil, type: type, isOptional: false, isVariadic: false), text: type)
      }
      return [ReadableSignature("(", parameters, close: ") -> \(function.result.resolved.description)")]
    case .enumCase(let enumCase, let substitution):
      return [enumCase.signature(substitution, .nominal(enumCase.owner, enumCase.owner.selfType.arguments))]
    }
  }
}

extension EnumCase {
  /// `circle(radius: Double)`
  func signature(_ substitution: Substitution, _ base: Type) -> ReadableSignature {
    let parameters = payload.map { element in
      let type = substitution.apply(element.type).resolved.description
      return (
        ReadableSignature.Parameter(label: element.label, type: type, isOptional: false, isVariadic: false),
        text: (element.label.map { $0 + ": " } ?? "") + type
      )
    }
    if parameters.isEmpty { return ReadableSignature(base.description, [], close: "") }
    return ReadableSignature(name + "(", parameters, close: ")")
  }
}

extension Callee {
  /// With the types that are known at the call; other generic parameters keep their names.
  fileprivate var readable: ReadableSignature {
    var known = substitution
    for (parameter, type) in known.types
    where type.resolved.contains({ $0.isError || $0.unbound != nil }) {
      known.types[parameter] = nil
    }
    let environment = symbol.scope.root
    func text(_ type: Type) -> String {
      let type = known.apply(type)
      return (environment?.normalized(type) ?? type).description
    }
    let isSubscript = symbol.name == "subscript"
    let parameters = symbol.signature.parameters.enumerated().map { index, parameter in
      let type = (parameter.isInOut ? "inout " : "") + text(parameter.type) + (parameter.isVariadic ? "..." : "")
      let names = parameter.label == parameter.name ? parameter.name : "\(parameter.label ?? "_") \(parameter.name)"
      let value = parameter.defaultValue.map { " = " + $0.range.text } ?? ""
      return (
        ReadableSignature.Parameter(
          label: parameter.label, type: type, isOptional: parameter.defaultValue != nil || parameter.isVariadic,
          isVariadic: parameter.isVariadic),
        text: (isSubscript && parameter.label == nil ? parameter.name : names) + ": " + type + value
      )
    }
    let name = symbol.isInitializer ? symbol.owner?.name ?? "init" : isSubscript ? "" : symbol.name
    let effects = symbol.signature.throws ? " throws" : symbol.signature.rethrows ? " rethrows" : ""
    let result = symbol.isInitializer || symbol.signature.result.isVoid ? "" : " -> " + text(symbol.signature.result)
    return ReadableSignature(
      name + (isSubscript ? "[" : "("), parameters, close: (isSubscript ? "]" : ")") + effects + result,
      documentation: symbol.documentation)
  }
}
