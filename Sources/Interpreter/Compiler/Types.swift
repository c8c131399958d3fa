/// Layouts and runtime descriptions of types, each made once.
final class TypeTable {
  private var layouts: [Type: Layout] = [:]
  private var infos: [Type: TypeInfo] = [:]
  private(set) var all: [TypeInfo] = []
  private var inProgress: Set<Type> = []
  private var boxed: Set<Type> = []
  /// Replaces associated types by what they are; the machine that compiles sets it.
  var normalize: (Type) -> Type = { $0 }

  // MARK: Types without an end

  /// The first type that is nested too deeply. What was described since then is wrong: the cell is refused.
  private(set) var refused: Type?

  /// `struct List<T> { var rest: List<[T]>? }` holds a type within a type without an end.
  private func isRefused(_ type: Type) -> Bool {
    if refused == nil && type.isDeeperThan(64) { refused = type }
    return refused != nil
  }

  struct Snapshot {
    fileprivate var layouts: [Type: Layout]
    fileprivate var infos: [Type: TypeInfo]
    fileprivate var boxed: Set<Type>
  }

  func snapshot() -> Snapshot { Snapshot(layouts: layouts, infos: infos, boxed: boxed) }

  func restore(_ snapshot: Snapshot) {
    (layouts, infos, boxed) = (snapshot.layouts, snapshot.infos, snapshot.boxed)
    inProgress = []
    refused = nil
  }

  /// How many registers a value may take. Structs that hold the one before twice double from one to the next.
  private static let maximumSize = 10_000

  static func tooDeep(_ type: Type, of owner: String) -> Diagnostic {
    var text = "\(type.resolved)"
    if text.count > 40 { text = text.prefix(30) + "..." }
    if !type.isDeeperThan(32) {
      return Diagnostic(
        .type, "a value of type \(text) takes too much room", at: nil,
        notes: ["hold many values in an array, or the larger parts in a class"])
    }
    return Diagnostic(
      .type, "\(owner) needs types within types without an end: \(text)", at: nil,
      notes: ["a generic function or type can use itself only with types that do not grow"])
  }

  // MARK: Layout

  func layout(of type: Type) -> Layout {
    let type = type.shallow
    if let known = layouts[type] { return known }
    if isRefused(type) { return .none }
    if inProgress.contains(type) {
      boxed.insert(type)
      return .reference
    }
    inProgress.insert(type)
    var layout = makeLayout(of: type)
    inProgress.remove(type)
    if boxed.contains(type) { layout = .reference }
    if layout.words + layout.references > Self.maximumSize {
      if refused == nil { refused = type }
      layout = .none
    }
    layouts[type] = layout
    return layout
  }

  private func makeLayout(of type: Type) -> Layout {
    switch type {
    case .tuple(let elements): return elements.reduce(Layout.none) { $0 + layout(of: $1.type) }
    case .function, .existential: return .reference
    case .metatype: return .word
    case .nominal(let nominal, let arguments):
      switch nominal.flavour {
      case .class, .host, .protocol: return .reference
      case .structure:
        let substitution = Substitution(nominal.genericParameters, arguments)
        return nominal.fields.reduce(Layout.none) { $0 + layout(of: known($1.type, substitution)) }
      case .enumeration:
        let substitution = Substitution(nominal.genericParameters, arguments)
        var payload = Layout.none
        for entry in nominal.cases {
          payload = payload.union(
            entry.payload.reduce(Layout.none) { $0 + layout(of: known($1.type, substitution)) })
        }
        return .word + payload
      case .builtin: return builtinLayout(nominal, arguments)
      }
    case .parameter, .dependent, .variable, .error: return .none
    }
  }

  private func builtinLayout(_ nominal: NominalType, _ arguments: [Type]) -> Layout {
    switch nominal {
    case .never: return .none
    case .string, .character, .array, .dictionary, .set: return .reference
    case .optional:
      let wrapped = layout(of: arguments[0])
      return isTaggedOptional(of: arguments[0]) ? .word + wrapped : .reference
    default: break
    }
    if let form = Self.rangeForm(nominal) {
      let bound = arguments.first.map { layout(of: $0) } ?? .none
      return (0..<Self.parts(of: form).count).reduce(Layout.none) { sum, _ in sum + bound }
    }
    return .word
  }

  /// Whether `Wrapped?` needs a word of its own to tell nil from a value.
  func isTaggedOptional(of wrapped: Type) -> Bool {
    guard layout(of: wrapped) == .reference else { return true }
    return isEmptyReferencePossible(wrapped)
  }

  /// Whether an empty reference is a value of the type: optionals, and what holds only one optional.
  private func isEmptyReferencePossible(_ type: Type) -> Bool {
    switch type.shallow {
    case .tuple, .nominal(.optional, _): return true
    case .nominal(let nominal, _): return nominal.flavour == .structure
    default: return false
    }
  }

  static func rangeForm(_ nominal: NominalType) -> TypeInfo.RangeForm? {
    guard nominal.flavour != .host else { return nil }
    return rangeForms[nominal.name]
  }
  private static let rangeForms: [String: TypeInfo.RangeForm] = [
    "Range": .halfOpen, "ClosedRange": .closed, "PartialRangeFrom": .from, "PartialRangeUpTo": .upTo,
    "PartialRangeThrough": .through, "UnboundedRange": .unbounded, "StrideTo": .strideTo,
    "StrideThrough": .strideThrough,
  ]
  private static func parts(of form: TypeInfo.RangeForm) -> [String] {
    switch form {
    case .halfOpen, .closed: ["lowerBound", "upperBound"]
    case .from, .upTo, .through: ["bound"]
    case .unbounded: []
    case .strideTo, .strideThrough: ["start", "end", "step"]
    }
  }

  // MARK: Descriptions

  func info(of type: Type) -> TypeInfo {
    let type = type.resolved
    if let known = infos[type] { return known }
    if isRefused(type) { return TypeInfo(index: 0, type: type, layout: .none) }
    let info = TypeInfo(index: all.count, type: type, layout: layout(of: type))
    infos[type] = info
    all.append(info)
    info.shape = shape(of: type)
    return info
  }

  private func parts(_ members: [(String?, Type)], after start: Layout = .none) -> [TypeInfo.Part] {
    var offset = Slots() + start
    return members.map { label, type in
      let part = TypeInfo.Part(label: label, info: info(of: type), offset: offset)
      offset = offset + part.info.layout
      return part
    }
  }

  private func shape(of type: Type) -> TypeInfo.Shape {
    if let kind = IntegerKind(type) { return .integer(kind) }
    switch type {
    case .tuple(let elements):
      return elements.isEmpty ? .void : .tuple(parts(elements.map { ($0.label, $0.type) }))
    case .function: return .function
    case .existential: return .existential
    case .metatype: return .metatype
    case .nominal(let nominal, let arguments):
      let substitution = Substitution(nominal.genericParameters, arguments)
      switch nominal.flavour {
      case .host: return .host
      case .protocol: return .existential
      case .structure: return .structure(parts(nominal.fields.map { ($0.name, known($0.type, substitution)) }))
      case .class: return .object(parts(nominal.fields.map { ($0.name, known($0.type, substitution)) }))
      case .enumeration:
        let cases = nominal.cases.map { entry in
          TypeInfo.Case(
            name: entry.name,
            parts: parts(entry.payload.map { ($0.label, known($0.type, substitution)) }, after: .word))
        }
        return .enumeration(cases, isBoxed: boxed.contains(type))
      case .builtin: return builtinShape(nominal, arguments)
      }
    case .parameter, .dependent, .variable, .error: return .void
    }
  }

  private func builtinShape(_ nominal: NominalType, _ arguments: [Type]) -> TypeInfo.Shape {
    switch nominal {
    case .double: return .double
    case .float: return .float
    case .bool: return .bool
    case .character: return .character
    case .string: return .string
    case .array: return .array(info(of: arguments[0]))
    case .set: return .set(info(of: arguments[0]))
    case .dictionary: return .dictionary(key: info(of: arguments[0]), value: info(of: arguments[1]))
    case .optional: return .optional(info(of: arguments[0]), isTagged: isTaggedOptional(of: arguments[0]))
    case .stringIndex: return .integer(.int)
    default: break
    }
    if let form = Self.rangeForm(nominal) {
      return .range(form, parts(Self.parts(of: form).map { ($0, arguments[0]) }))
    }
    return .void
  }

  /// The type of a part of a generic type whose parameters are known.
  private func known(_ type: Type, _ substitution: Substitution) -> Type {
    normalize(substitution.apply(normalize(type))).resolved
  }
}
