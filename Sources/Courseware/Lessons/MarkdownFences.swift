import CMarkdown

/// A fenced block of a Markdown document.
struct MarkdownFence {
  /// What stands after the opening fence, as written.
  let info: String
  let text: String
  /// The lines of the opening and of the closing fence, counted from 1.
  let lines: ClosedRange<Int>
  let isClosed: Bool
  /// False inside a list or a quotation.
  let isAtTopLevel: Bool
  /// Whether a backtick stands behind the backticks of its opening line: Markdown sees no block there.
  let isHidden: Bool
}

/// Finds the fenced blocks of CommonMark text, in order.
///
/// libcmark-gfm knows what is a fence and what only looks like one (inside of lists, other fences, HTML). That a fence
/// is not closed is no error for it, so the last line of each is looked at here.
///
/// - Parameter top: How many lines of front matter stand above; the text begins behind them.
func markdownFences(in lines: [Substring], below top: Int) -> [MarkdownFence] {
  var visible = lines
  var fences = parsedFences(in: visible, below: top, written: lines)
  for index in top..<lines.count {
    guard let opening = visibleOpening(lines[index]), !fences.contains(where: { $0.lines ~= index + 1 }) else {
      continue
    }
    // The closing line of a hidden block opens another, so every block behind it would be read inside out
    visible[index] = opening
    fences = parsedFences(in: visible, below: top, written: lines)
  }
  return fences
}

/// The opening line of a block without the backticks that hide it; nil for all other lines. What ends on its own line,
/// as in "```a``` is a name", is code in a sentence.
private func visibleOpening(_ line: Substring) -> Substring? {
  let indentation = line.prefix { $0 == " " }
  let mark = line[indentation.endIndex...].prefix { $0 == "`" }
  guard indentation.count < 4, mark.count >= 3 else { return nil }
  let rest = line[mark.endIndex...]
  let others = rest.split { $0 != "`" }
  if others.isEmpty || others.contains(where: { $0.count == mark.count }) { return nil }
  return line[..<mark.endIndex] + rest.replacing("`", with: "'")
}

/// - Parameter written: The lines as the author wrote them.
private func parsedFences(in lines: [Substring], below top: Int, written: [Substring]) -> [MarkdownFence] {
  // Empty lines in place of the front matter keep the line numbers
  let text = String(repeating: "\n", count: top) + lines[top...].joined(separator: "\n")
  guard let document = cmark_parse_document(text, text.utf8.count, CMARK_OPT_DEFAULT) else { return [] }
  defer { cmark_node_free(document) }
  guard let iterator = cmark_iter_new(document) else { return [] }
  defer { cmark_iter_free(iterator) }
  var fences: [MarkdownFence] = []
  while true {
    let event = cmark_iter_next(iterator)
    if event == CMARK_EVENT_DONE { return fences }
    guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    guard cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK,
      cmark_node_get_fenced(node, &length, &offset, &character) != 0
    else { continue }
    let first = Int(cmark_node_get_start_line(node))
    let last = max(first, Int(cmark_node_get_end_line(node)))
    let isAtTopLevel = cmark_node_parent(node) == document
    let mark = Character(UnicodeScalar(UInt8(bitPattern: character)))
    let opening = written.indices.contains(first - 1) ? written[first - 1] : ""
    let name = trimmed(opening).drop { $0 == mark }
    let closing = lines.indices.contains(last - 1) ? lines[last - 1] : ""
    fences.append(
      MarkdownFence(
        // The library's own info string has backslashes and entities resolved; authors' sentences stay as written
        info: isAtTopLevel
          ? trimmed(name)
          : cmark_node_get_fence_info(node).map { String(cString: $0) } ?? "",
        text: cmark_node_get_literal(node).map { String(cString: $0) } ?? "",
        lines: first...last,
        isClosed: !isAtTopLevel || (last > first && isClosingFence(closing, mark: mark, length: Int(length))),
        isAtTopLevel: isAtTopLevel,
        isHidden: isAtTopLevel && mark == "`" && name.contains(mark)))
  }
}

private func isClosingFence(_ line: Substring, mark: Character, length: Int) -> Bool {
  let indentation = line.prefix { $0 == " " }.count
  let fence = trimmed(line)
  return indentation < 4 && fence.count >= length && fence.allSatisfy { $0 == mark }
}
