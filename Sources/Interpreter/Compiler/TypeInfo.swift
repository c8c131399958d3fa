/// What the machine knows of a type while it runs: for printing, comparing, hashing, and crossing the border to
/// native code.
final class TypeInfo {
  struct Part {
    var label: String?
    var info: TypeInfo
    var offset: Slots
  }
  struct Case {
    var name: String
    var parts: [Part]
  }
  enum RangeForm { case halfOpen, closed, from, upTo, through, unbounded, strideTo, strideThrough }
  enum Shape {
    case void
    case integer(IntegerKind)
    case double, float, bool, character, string
    case array(TypeInfo)
    case dictionary(key: TypeInfo, value: TypeInfo)
    case set(TypeInfo)
    /// `isTagged`: the first word says whether there is a value; otherwise an empty reference is nil.
    case optional(TypeInfo, isTagged: Bool)
    case tuple([Part])
    case structure([Part])
    /// `isBoxed`: the value lies in a record, because it contains itself.
    case enumeration([Case], isBoxed: Bool)
    case object([Part])
    case host
    case function
    case existential
    case range(RangeForm, [Part])
    case metatype
  }

  let index: Int
  let type: Type
  let layout: Layout
  /// Set once, right after the type is entered into the table, because types contain themselves.
  var shape = Shape.void {
    didSet {
      switch shape {
      case .integer, .bool: isWord = true
      case .string, .character: isText = true
      default: break
      }
    }
  }
  /// Equal if the one word is, and hashed by it.
  private(set) var isWord = false
  private(set) var isText = false
  var keyForm: KeyForm { isWord ? .word : isText ? .text : .other }
  /// What a struct of the library shows of the collection in its first field.
  enum View { case slice, substring, keys, values }
  let view: View?
  /// `==`, `<` and `description` that a learner wrote, by function index.
  var equalFunction: Int?
  var hashFunction: Int?
  var lessFunction: Int?
  var descriptionFunction: Int?
  var debugDescriptionFunction: Int?

  init(index: Int, type: Type, layout: Layout) {
    self.index = index
    self.type = type
    self.layout = layout
    switch type.nominal {
    case NominalType.arraySlice?: view = .slice
    case NominalType.substring?: view = .substring
    case NominalType.dictionaryKeys?: view = .keys
    case NominalType.dictionaryValues?: view = .values
    default: view = nil
    }
  }

  /// Whether the machine itself knows its elements.
  var isBuiltinSequence: Bool {
    switch shape {
    case .array, .set, .dictionary, .string, .range: true
    case .structure: view != nil
    default: false
    }
  }

  /// The layout inside the box of a boxed enum.
  var boxedLayout: Layout {
    guard case .enumeration(let cases, _) = shape else { return layout }
    var payload = Layout.none
    for entry in cases {
      payload = payload.union(entry.parts.reduce(Layout.none) { $0 + $1.info.layout })
    }
    return .word + payload
  }
}
