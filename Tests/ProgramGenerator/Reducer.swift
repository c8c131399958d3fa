/// Makes a program smaller while something stays true of it.
package enum Reducer {
  /// Leaves out lines, and blocks from their first line to the one that closes them, as long as `holds`.
  package static func reduced(_ text: String, while holds: (String) -> Bool) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      var index = lines.count - 1
      while index >= 0 {
        for range in candidates(lines, index) {
          var fewer = lines
          fewer.replaceSubrange(range.removed, with: range.kept)
          guard holds(fewer.joined(separator: "\n")) else { continue }
          lines = fewer
          hasChanged = true
          break
        }
        index = min(index - 1, lines.count - 1)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// What may be left out from a line on: its whole block, the block's head and end only, the line.
  private static func candidates(_ lines: [String], _ start: Int) -> [(removed: ClosedRange<Int>, kept: [String])] {
    var balance = 0
    for end in start..<lines.count {
      balance += lines[end].filter { $0 == "{" }.count - lines[end].filter { $0 == "}" }.count
      if balance < 0 { return [] }
      if balance == 0 {
        if end == start { return [(start...end, [])] }
        return [(start...end, []), (start...end, Array(lines[start + 1..<end]))]
      }
    }
    return []
  }
}
