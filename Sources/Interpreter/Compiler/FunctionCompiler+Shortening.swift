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
    pair()
  }

  /// Each instruction costs a step of the machine's loop: frequent neighbours share one.
  private func pair() {
    for index in instructions.indices.dropLast() {
      guard let seconds = Self.pairs[instructions[index].opcode],
        let both = seconds[instructions[index + 1].opcode]
      else { continue }
      instructions[index].opcode = both
    }
  }

  private static let pairs: [Opcode: [Opcode: Opcode]] = [
    .addInt: [.forNext: .addIntForNext, .returnWords: .addIntReturnWords],
    .multiplyAddDouble: [.forNext: .multiplyAddDoubleForNext],
    .multiplyAddFloat: [.forNext: .multiplyAddFloatForNext],
    .word: [.storeElementWord: .wordStoreElementWord],
    .loadElementWordVia: [.jumpIf: .loadElementWordViaJumpIf],
    .move: [.returnWords: .moveReturnWords],
  ]
}
