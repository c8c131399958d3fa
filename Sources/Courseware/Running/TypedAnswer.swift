/// Puts an answer together from typed cells: the last one that declares one of `names`, and, before it, the last cells
/// that declare what it uses, in the order in which they were typed.
package func gatherAnswer(declaring names: Set<String>, from cells: [String]) -> String? {
  let declared = cells.map(declaredNames)
  var wanted = Array(names)
  var seen = names
  var taken: Set<Int> = []
  while let name = wanted.popLast() {
    guard let index = declared.lastIndex(where: { $0.contains(name) }), taken.insert(index).inserted else { continue }
    let used = identifiers(in: cells[index]).subtracting(seen)
    seen.formUnion(used)
    wanted += used
  }
  guard taken.contains(where: { !declared[$0].isDisjoint(with: names) }) else { return nil }
  return taken.sorted().map { cells[$0] }.joined(separator: "\n\n")
}

/// Names of functions, types and variables that `text` declares at its margin.
package func declaredNames(in text: String) -> Set<String> {
  let keywords: Set<Substring> = ["func", "let", "var", "struct", "class", "enum", "protocol", "typealias"]
  var names: Set<String> = []
  for line in text.split(separator: "\n") where line.first.map({ !$0.isWhitespace }) ?? false {
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    // `final class`, `@discardableResult func`
    guard let keyword = words.firstIndex(where: keywords.contains), keyword <= 2, keyword + 1 < words.count else {
      continue
    }
    let name = words[keyword + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    if !name.isEmpty { names.insert(String(name)) }
  }
  return names
}

func identifiers(in text: String) -> Set<String> {
  Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
}
