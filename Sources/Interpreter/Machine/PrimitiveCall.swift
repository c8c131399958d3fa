/// A function of the machine's library over registers.
typealias PrimitiveBody = @Sendable (borrowing PrimitiveCall) throws -> Void

/// The arguments of a primitive where they lie, and the place of its result.
struct PrimitiveCall {
  // The loop keeps both alive: nothing here counts references.
  unowned(unsafe) let machine: Machine
  unowned(unsafe) let site: PrimitiveSite
  let words: UnsafeMutablePointer<Int>
  let references: UnsafeMutablePointer<Reference?>

  var heap: Heap { machine.heap }
  /// The types that the compiler gave along: element types mostly.
  var types: [TypeInfo] { site.types }

  func info(_ index: Int) -> TypeInfo { site.arguments[index].info }
  func wordsOf(_ index: Int) -> UnsafeMutablePointer<Int> { words + site.arguments[index].word }
  func referencesOf(_ index: Int) -> UnsafeMutablePointer<Reference?> {
    references + site.arguments[index].reference
  }

  func int(_ index: Int) -> Int { wordsOf(index)[0] }
  func double(_ index: Int) -> Double { Machine.double(int(index)) }
  func text(_ index: Int) -> String { referencesOf(index)[0]?.text ?? "" }
  func reference(_ index: Int) throws -> Reference {
    guard let reference = referencesOf(index)[0] else { throw Fault.overlapping }
    return reference
  }
  func array(_ index: Int) throws -> UnsafeMutablePointer<ArrayBlock> { try reference(index).asArray }
  /// An argument that is the address of a reference to change.
  func slot(_ index: Int) -> UnsafeMutablePointer<Reference?> {
    UnsafeMutablePointer<Reference?>(bitPattern: int(index)).unsafelyUnwrapped
  }

  func description(_ index: Int, debug: Bool = false) -> String {
    machine.description(info(index), wordsOf(index), referencesOf(index), debug: debug)
  }

  func checkedDescription(_ index: Int, debug: Bool = false) throws -> String {
    try machine.checkedDescription(info(index), wordsOf(index), referencesOf(index), debug: debug)
  }

  // MARK: Results

  var resultWords: UnsafeMutablePointer<Int> { words + site.result.word }
  var resultReferences: UnsafeMutablePointer<Reference?> { references + site.result.reference }

  func give(_ word: Int) { resultWords[0] = word }
  func give(_ truth: Bool) { resultWords[0] = truth ? 1 : 0 }
  func give(_ value: Double) { resultWords[0] = Machine.word(value) }
  /// Takes over the reference.
  func give(_ reference: Reference) { machine.replace(resultReferences, reference) }
  func give(_ text: String) { give(heap.string(text)) }

  /// Copies a value into the result, as it is or as an optional.
  func giveCopy(
    _ info: TypeInfo, _ from: UnsafeMutablePointer<Int>, _ fromReferences: UnsafeMutablePointer<Reference?>
  ) {
    machine.copy(info.layout, from, fromReferences, resultWords, resultReferences)
  }

  func giveNil() {
    if case .optional(_, isTagged: true) = site.result.info.shape { resultWords[0] = 0 }
    for index in 0..<site.result.info.layout.references { machine.replace(resultReferences + index, nil) }
  }

  func giveSome(
    _ info: TypeInfo, _ from: UnsafeMutablePointer<Int>, _ fromReferences: UnsafeMutablePointer<Reference?>
  ) {
    guard case .optional(_, isTagged: true) = site.result.info.shape else {
      return giveCopy(info, from, fromReferences)
    }
    resultWords[0] = 1
    machine.copy(info.layout, from, fromReferences, resultWords + 1, resultReferences)
  }

  /// An optional number.
  func giveOptional(_ word: Int?) {
    resultWords[0] = word == nil ? 0 : 1
    resultWords[1] = word ?? 0
  }
}

extension UnsafeMutablePointer where Pointee == ArrayBlock {
  func words(at index: Int) -> UnsafeMutablePointer<Int> { pointee.words + index * Int(pointee.wordStride) }
  func references(at index: Int) -> UnsafeMutablePointer<Reference?> {
    pointee.references + index * Int(pointee.referenceStride)
  }
}
