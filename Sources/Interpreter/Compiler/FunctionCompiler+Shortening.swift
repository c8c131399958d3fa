/// Small improvements of finished code, in place: every instruction stays where it is.
extension FunctionCompiler {
  func shorten(kept: Int) {
    for index in instructions.indices where instructions[index].opcode == .jump {
      let target = index + 1 + Int(instructions[index].c)
      if instructions.indices.contains(target), instructions[target].opcode == .return {
        instructions[index] = instructions[target]
      }
    }
    guard high.references <= kept else { return }
    for index in instructions.indices where instructions[index].opcode == .return {
      instructions[index].opcode = .returnWords
    }
  }
}
