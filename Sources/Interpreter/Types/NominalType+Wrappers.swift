/// Structs of the library that stand for other sequences, and what they hold. The machine goes through most of them
/// without calling anything (`FunctionCompiler+Cursors`); their members are in the library's Swift text.
extension NominalType {
  private typealias Fields = ([GenericParameter]) -> [(name: String, type: Type)]

  private static func wrapper(
    _ name: String, _ parameters: (name: String, bound: NominalType?)..., fields: Fields
  ) -> NominalType {
    let result = NominalType(
      name, .structure, parameters: parameters.map { GenericParameter($0.name, bounds: $0.bound.map { [$0] } ?? []) })
    result.fields = fields(result.genericParameters).map { name, type in
      let field = StoredField(name: name, type: type, isMutable: true, initializer: nil)
      // Read once here: sessions on several threads share it.
      _ = field.type
      return field
    }
    return result
  }

  private static func element(_ base: GenericParameter) -> Type { .dependent(.parameter(base), "Element") }
  private static func function(_ base: GenericParameter, _ result: Type) -> Type {
    .function(FunctionType(parameters: [.init(type: element(base))], result: result))
  }

  static let arraySlice = wrapper("ArraySlice", ("Element", nil)) {
    [("_base", .array(.parameter($0[0]))), ("startIndex", .int), ("endIndex", .int)]
  }
  static let substring = wrapper("Substring") { _ in [("_base", .string), ("_start", .int), ("_end", .int)] }
  static let dictionaryKeys = wrapper("_DictionaryKeys", ("Key", .hashable), ("Value", nil)) {
    [("_base", .dictionary(.parameter($0[0]), .parameter($0[1])))]
  }
  static let dictionaryValues = wrapper("_DictionaryValues", ("Key", .hashable), ("Value", nil)) {
    [("_base", .dictionary(.parameter($0[0]), .parameter($0[1])))]
  }
  static let enumeratedSequence = wrapper("EnumeratedSequence", ("Base", .sequence)) { [("_base", .parameter($0[0]))] }
  static let zip2Sequence = wrapper("Zip2Sequence", ("Sequence1", .sequence), ("Sequence2", .sequence)) {
    [("_sequence1", .parameter($0[0])), ("_sequence2", .parameter($0[1]))]
  }
  static let reversedCollection = wrapper("ReversedCollection", ("Base", .collection)) {
    [("_base", .parameter($0[0]))]
  }
  static let lazySequence = wrapper("LazySequence", ("Base", .sequence)) { [("_base", .parameter($0[0]))] }
  static let lazyMapSequence = wrapper("LazyMapSequence", ("Base", .sequence), ("Element", nil)) {
    [("_base", .parameter($0[0])), ("_transform", function($0[0], .parameter($0[1])))]
  }
  static let lazyFilterSequence = wrapper("LazyFilterSequence", ("Base", .sequence)) {
    [("_base", .parameter($0[0])), ("_predicate", function($0[0], .bool))]
  }
  static let lazyPrefixWhileSequence = wrapper("LazyPrefixWhileSequence", ("Base", .sequence)) {
    [("_base", .parameter($0[0])), ("_predicate", function($0[0], .bool))]
  }
  static let prefixSequence = wrapper("PrefixSequence", ("Base", .sequence)) {
    [("_base", .parameter($0[0])), ("_maxLength", .int)]
  }
  static let dropFirstSequence = wrapper("DropFirstSequence", ("Base", .sequence)) {
    [("_base", .parameter($0[0])), ("_limit", .int)]
  }
  static let repeated = wrapper("Repeated", ("Element", nil)) {
    [("count", .int), ("repeatedValue", .parameter($0[0]))]
  }

  static let coreWrappers: [NominalType] = [
    .arraySlice, .substring, .dictionaryKeys, .dictionaryValues, .enumeratedSequence, .zip2Sequence,
    .reversedCollection, .lazySequence, .lazyMapSequence, .lazyFilterSequence, .lazyPrefixWhileSequence,
    .prefixSequence, .dropFirstSequence, .repeated,
  ]

  /// By name; a type that a learner calls the same is another one.
  static let wrappers = Dictionary(uniqueKeysWithValues: coreWrappers.map { ($0.name, $0) })

  /// A place in a text: how many bytes of UTF-8 stand before it.
  static let stringIndex = NominalType("String.Index", .builtin)
}
