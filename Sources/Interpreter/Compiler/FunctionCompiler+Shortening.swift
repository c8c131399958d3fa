/// Small improvements of finished code, in place: every instruction stays where it is.
extension FunctionCompiler {
  func shorten(kept: Int) {
    for index in instructions.indices where instructions[index].opcode == .jump {
      let target = index + 1 + Int(instructions[index].c)
      if instructions.indices.contains(target), instructions[target].opcode == .return {
        instructions[index] = instructions[target]
      }
    }
    if high.references <= kept {
      for index in instructions.indices where instructions[index].opcode == .return {
        instructions[index].opcode = .returnWords
      }
    }
    join()
  }

  /// Each instruction costs a step of the machine's loop: those that often follow one another share one. All stay where
  /// they are, for those who jump to them, and for the places of faults.
  private func join() {
    let opcodes = instructions.map(\.opcode)
    for index in instructions.indices {
      guard let runs = Self.runs[opcodes[index]] else { continue }
      if let run = runs.first(where: { opcodes[index...].starts(with: $0.parts) && isChain(index, $0.parts.count) }) {
        instructions[index].opcode = run.opcode
      }
    }
  }

  /// Whether what a part makes is what the next one takes, wherever the machine hands it on without looking at the
  /// register: an index or a block to the element, the element to the jump, a word to the store, a text to the append, a
  /// dictionary to its entry, and whether there is one to the jump.
  private func isChain(_ start: Int, _ count: Int) -> Bool {
    var (number, block, element, word, text): (Int32?, Int32?, Int32?, Int32?, Int32?)
    func isNext(_ register: Int32, _ made: inout Int32?) -> Bool {
      defer { made = nil }
      return made == nil || made == register
    }
    for part in instructions[start..<start + count] {
      switch part.opcode {
      case .addInt, .subtractInt, .multiplyInt, .addConstant, .multiplyConstant: number = part.a
      case .word: word = part.a
      case .peekElement:
        guard isNext(part.c, &number) else { return false }
        block = part.a
      case .peekRecord, .peekGlobal: block = part.a
      case .loadElementWord, .loadElementWordVia:
        guard isNext(part.c, &number), part.opcode == .loadElementWord || isNext(part.b, &block) else { return false }
        element = part.a
      case .storeElementWord, .storeRecordElementWord:
        guard isNext(part.b, &number), isNext(part.c, &word) else { return false }
      case .jumpIf, .jumpIfNot: guard isNext(part.a, &element) else { return false }
      case .referenceAddress: block = part.a
      case .dictionaryAddress:
        guard part.b == block else { return false }
        element = part.a + 2
      case .loadElementReference: text = part.a
      case .appendString: guard part.b == text else { return false }
      case .clear: guard part.a == text, part.c == 1 else { return false }
      default: break
      }
    }
    return true
  }

  /// By their first instructions, the longest first.
  private static let runs: [Opcode: [(opcode: Opcode, parts: [Opcode])]] = {
    // Two slots
    let hasExtra: Set<Opcode> = [.loadElementPart, .storeElementPart, .loadFixed, .loadFixedSum, .dictionaryAddress]
    let whole = frequent.map { (opcode: $0, parts: $1.flatMap { hasExtra.contains($0) ? [$0, .extra] : [$0] }) }
    return Dictionary(grouping: whole) { $0.parts[0] }.mapValues { $0.sorted { $0.parts.count > $1.parts.count } }
  }()

  private static let frequent: [(opcode: Opcode, parts: [Opcode])] = [
    (.addTwice, [.addInt, .addInt]),
    (.subtractAdd, [.subtractInt, .addInt]),
    (.multiplyAdd, [.multiplyInt, .addInt]),
    (.multiplyAddTwice, [.multiplyInt, .addInt, .addInt]),
    (.scaleAdd, [.multiplyConstant, .addInt]),
    (.scaleAddTwice, [.multiplyConstant, .addInt, .addInt]),
    (.globalMultiplyAdd, [.loadGlobalWord, .multiplyInt, .addInt]),
    (.globalMultiplyAddTwice, [.loadGlobalWord, .multiplyInt, .addInt, .addInt]),
    (.addLoad, [.addInt, .loadElementWord]),
    (.multiplyAddLoad, [.multiplyInt, .addInt, .loadElementWord]),
    (.multiplyAddTwiceLoad, [.multiplyInt, .addInt, .addInt, .loadElementWord]),
    (.scaleAddLoad, [.multiplyConstant, .addInt, .loadElementWord]),
    (.scaleAddTwiceLoad, [.multiplyConstant, .addInt, .addInt, .loadElementWord]),
    (.globalMultiplyAddLoad, [.loadGlobalWord, .multiplyInt, .addInt, .loadElementWord]),
    (.globalMultiplyAddTwiceLoad, [.loadGlobalWord, .multiplyInt, .addInt, .addInt, .loadElementWord]),
    (.peekLoad, [.peekElement, .loadElementWordVia]),
    (.peekAddLoad, [.peekElement, .addInt, .loadElementWordVia]),
    (.addPeekAddLoad, [.addInt, .peekElement, .addInt, .loadElementWordVia]),
    (.storeNested, [.referenceAddress, .elementAddress, .storeElementWordVia]),
    (.peekRecordLoad, [.peekRecord, .loadElementWordVia]),
    (.peekGlobalLoad, [.peekGlobal, .loadElementWordVia]),
    (.wordStoreRecordElement, [.word, .storeRecordElementWord]),
    (.addWordStoreRecordElement, [.addInt, .word, .storeRecordElementWord]),
    (.subtractWordStoreRecordElement, [.subtractInt, .addConstant, .word, .storeRecordElementWord]),
    (.loadJumpIf, [.loadElementWord, .jumpIf]),
    (.loadJumpIfNot, [.loadElementWord, .jumpIfNot]),
    (.peekRecordLoadJumpIf, [.peekRecord, .loadElementWordVia, .jumpIf]),
    (.peekRecordLoadJumpIfNot, [.peekRecord, .loadElementWordVia, .jumpIfNot]),
    (.peekRecordAddLoadJumpIf, [.peekRecord, .addInt, .loadElementWordVia, .jumpIf]),
    (.peekRecordAddLoadJumpIfNot, [.peekRecord, .addInt, .loadElementWordVia, .jumpIfNot]),
    (.peekRecordSubtractAddLoadJumpIf, [.peekRecord, .subtractInt, .addInt, .loadElementWordVia, .jumpIf]),
    (.peekRecordSubtractAddLoadJumpIfNot, [.peekRecord, .subtractInt, .addInt, .loadElementWordVia, .jumpIfNot]),
    (.peekRecordSubtractShiftLoadJumpIf, [.peekRecord, .subtractInt, .addConstant, .loadElementWordVia, .jumpIf]),
    (
      .peekRecordSubtractShiftLoadJumpIfNot, [.peekRecord, .subtractInt, .addConstant, .loadElementWordVia, .jumpIfNot]
    ),
    (.findEntry, [.referenceAddress, .dictionaryAddress, .jumpIf]),
    (.appendElementString, [.loadElementReference, .appendString, .clear]),
    (.subtractParts, [.loadElementPart, .loadElementPart, .subtractDouble]),
    (.partMultiply, [.loadElementPart, .multiplyDouble]),
    (.partMultiplyTwice, [.loadElementPart, .multiplyDouble, .multiplyDouble]),
    (.addToPart, [.loadElementPart, .addDouble, .storeElementPart]),
    (.subtractFromPart, [.loadElementPart, .subtractDouble, .storeElementPart]),
    (.wordPartMultiply, [.word, .loadElementPart, .multiplyDouble]),
    (.multiplyThenAdd, [.multiplyDouble, .addDouble]),
    (.multiplyTwiceThenAdd, [.multiplyDouble, .multiplyDouble, .addDouble]),
    (.wordAddDouble, [.word, .addDouble]),
    (.addIntForNext, [.addInt, .forNext]),
    (.storeForNext, [.storeElementWord, .forNext]),
    (.wordStore, [.word, .storeElementWord]),
    (.wordStoreForNext, [.word, .storeElementWord, .forNext]),
    (.wordStoreStrideNext, [.word, .storeElementWord, .strideNext]),
    (.multiplyAddDoubleForNext, [.multiplyAddDouble, .forNext]),
    (.multiplyAddFloatForNext, [.multiplyAddFloat, .forNext]),
    (.dotDoubleForNext, [.loadElementWord, .loadElementWord, .multiplyAddDouble, .forNext]),
    (.dotFloatForNext, [.loadElementWord, .loadElementWord, .multiplyAddFloat, .forNext]),
    (
      .dotNestedDoubleForNext,
      [.peekElement, .loadElementWordVia, .peekElement, .loadElementWordVia, .multiplyAddDouble, .forNext]
    ),
    (
      .dotNestedFloatForNext,
      [.peekElement, .loadElementWordVia, .peekElement, .loadElementWordVia, .multiplyAddFloat, .forNext]
    ),
    (.peekLoadMultiplyAddDoubleForNext, [.peekElement, .loadElementWordVia, .multiplyAddDouble, .forNext]),
    (.dotFixedDoubleForNext, [.loadFixed, .loadFixed, .multiplyAddDouble, .forNext]),
    (.dotFixedSumDoubleForNext, [.loadFixedSum, .loadFixed, .multiplyAddDouble, .forNext]),
    (.dotFixedPeekDoubleForNext, [.loadFixed, .peekElement, .loadElementWordVia, .multiplyAddDouble, .forNext]),
    (.peekLoadMultiplyAddFloatForNext, [.peekElement, .loadElementWordVia, .multiplyAddFloat, .forNext]),
    (.dotFixedFloatForNext, [.loadFixed, .loadFixed, .multiplyAddFloat, .forNext]),
    (.dotFixedSumFloatForNext, [.loadFixedSum, .loadFixed, .multiplyAddFloat, .forNext]),
    (.dotFixedPeekFloatForNext, [.loadFixed, .peekElement, .loadElementWordVia, .multiplyAddFloat, .forNext]),
    (.moveReturnWords, [.move, .returnWords]),
    (.wordReturnWords, [.word, .returnWords]),
    (.addIntReturnWords, [.addInt, .returnWords]),
    (.addConstantCall, [.addConstant, .call]),
  ]
}
