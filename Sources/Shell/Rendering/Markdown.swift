import CMarkdown

/// A text in Markdown, read into blocks. Formulas between dollar signs are kept from Markdown's own marks.
package struct Markdown {
  package indirect enum Block: Equatable {
    case heading(Int, [Inline])
    case paragraph([Inline])
    case list(items: [[Block]], start: Int?, isTight: Bool)
    case quote([Block])
    case code(String, info: String)
    case formula(String)
    case table(header: [[Inline]], rows: [[[Inline]]], alignments: [Alignment])
    case rule
  }

  package indirect enum Inline: Equatable {
    case text(String)
    case code(String)
    case formula(String)
    case emphasis([Inline])
    case strong([Inline])
    case link([Inline], destination: String)
    case softBreak
    case hardBreak
  }

  package enum Alignment { case left, center, right }

  package let blocks: [Block]

  package init(_ source: String) {
    var formulas = FormulaShelter()
    let sheltered = formulas.shelter(source)
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else {
      blocks = []
      return
    }
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") { cmark_parser_attach_syntax_extension(parser, table) }
    cmark_parser_feed(parser, sheltered, sheltered.utf8.count)
    guard let document = cmark_parser_finish(parser) else {
      blocks = []
      return
    }
    defer { cmark_node_free(document) }
    blocks = MarkdownReader(formulas: formulas.formulas).blocks(in: document)
  }
}

/// Puts letters of Unicode's private area in the place of formulas, so that `_` and `*` in them are not Markdown.
private struct FormulaShelter {
  var formulas: [(text: String, isBlock: Bool)] = []

  static let mark: Character = "\u{F8F0}"

  mutating func shelter(_ source: String) -> String {
    var result = ""
    var isFenced = false
    var rest = Substring(source)
    var isLineStart = true
    while let character = rest.first {
      if isLineStart {
        isLineStart = false
        let line = rest.prefix { $0 != "\n" }
        if line.trimmed.hasPrefix("```") { isFenced.toggle() }
        if isFenced || line.trimmed.hasPrefix("```") {
          result += line
          rest = rest.dropFirst(line.count)
          continue
        }
      }
      if character == "\n" {
        isLineStart = true
      } else if character == "`" {
        // A code span ends at as many backticks as it began with.
        let ticks = rest.prefix { $0 == "`" }
        let body = rest.dropFirst(ticks.count)
        if let end = body.firstRange(of: ticks) {
          result += rest[rest.startIndex..<end.upperBound]
          rest = rest[end.upperBound...]
        } else {
          result += ticks
          rest = body
        }
        continue
      } else if character == "\\", rest.dropFirst().first == "$" {
        result += "$"
        rest = rest.dropFirst(2)
        continue
      } else if character == "$", let (text, isBlock, after) = formula(at: rest) {
        result += "\(Self.mark)\(formulas.count)\(Self.mark)"
        formulas.append((text, isBlock))
        rest = after
        continue
      }
      result.append(character)
      rest = rest.dropFirst()
    }
    return result
  }

  /// A formula inside of a line has no space at either end, so that "$5 or $6" is money.
  private func formula(at rest: Substring) -> (text: String, isBlock: Bool, after: Substring)? {
    if rest.hasPrefix("$$") {
      let body = rest.dropFirst(2)
      guard let end = body.firstRange(of: "$$") else { return nil }
      return (body[..<end.lowerBound].trimmed, true, body[end.upperBound...])
    }
    let body = rest.dropFirst()
    guard let end = body.firstIndex(of: "$"), let first = body.first, !first.isWhitespace else { return nil }
    let text = body[..<end]
    let after = body[body.index(after: end)...]
    let isMoney = text.last?.isWhitespace ?? true || after.first?.isNumber ?? false
    return isMoney || text.contains("\n\n") ? nil : (String(text), false, after)
  }
}

/// Turns cmark's nodes into ours.
private struct MarkdownReader {
  let formulas: [(text: String, isBlock: Bool)]

  func children(of node: OpaquePointer) -> [OpaquePointer] {
    var result: [OpaquePointer] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      result.append(child)
      next = cmark_node_next(child)
    }
    return result
  }

  func type(of node: OpaquePointer) -> String { String(cString: cmark_node_get_type_string(node)) }

  func literal(of node: OpaquePointer) -> String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }

  func blocks(in node: OpaquePointer) -> [Markdown.Block] { children(of: node).flatMap(block) }

  func block(_ node: OpaquePointer) -> [Markdown.Block] {
    switch type(of: node) {
    case "heading": return [.heading(Int(cmark_node_get_heading_level(node)), inlines(in: node))]
    case "paragraph": return paragraph(inlines(in: node))
    case "list":
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return [
        .list(
          items: children(of: node).map(blocks), start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
          isTight: cmark_node_get_list_tight(node) == 1)
      ]
    case "block_quote": return [.quote(blocks(in: node))]
    case "code_block":
      let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
      return [.code(literal(of: node), info: info)]
    case "thematic_break": return [.rule]
    case "table": return [table(node)]
    default: return []
    }
  }

  /// A paragraph in which a formula of its own stands is cut around it.
  private func paragraph(_ inlines: [Markdown.Inline]) -> [Markdown.Block] {
    var result: [Markdown.Block] = []
    var text: [Markdown.Inline] = []
    func finish() {
      while let first = text.first, first.isBlank { text.removeFirst() }
      while let last = text.last, last.isBlank { text.removeLast() }
      if !text.isEmpty { result.append(.paragraph(text)) }
      text = []
    }
    for inline in inlines {
      if case .formula(let source) = inline, source.hasPrefix("\n") {
        finish()
        result.append(.formula(String(source.dropFirst())))
      } else {
        text.append(inline)
      }
    }
    finish()
    return result
  }

  private func table(_ node: OpaquePointer) -> Markdown.Block {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    let alignments: [Markdown.Alignment] =
      cmark_gfm_extensions_get_table_alignments(node).map { pointer in
        (0..<columns).map {
          pointer[$0] == UInt8(ascii: "r") ? .right : pointer[$0] == UInt8(ascii: "c") ? .center : .left
        }
      } ?? []
    let rows = children(of: node).map { row in children(of: row).map { inlines(in: $0) } }
    return .table(header: rows.first ?? [], rows: Array(rows.dropFirst()), alignments: alignments)
  }

  func inlines(in node: OpaquePointer) -> [Markdown.Inline] { children(of: node).flatMap(inline) }

  private func inline(_ node: OpaquePointer) -> [Markdown.Inline] {
    switch type(of: node) {
    case "text": return withFormulas(literal(of: node))
    case "softbreak": return [.softBreak]
    case "linebreak": return [.hardBreak]
    case "code": return [.code(literal(of: node))]
    case "html_inline": return [.text(literal(of: node))]
    case "emph": return [.emphasis(inlines(in: node))]
    case "strong": return [.strong(inlines(in: node))]
    case "link", "image":
      let destination = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
      return [.link(inlines(in: node), destination: destination)]
    default: return inlines(in: node)
    }
  }

  /// Formulas on lines of their own get a line end in front, by which `paragraph` knows them.
  private func withFormulas(_ text: String) -> [Markdown.Inline] {
    let parts = text.split(separator: FormulaShelter.mark, omittingEmptySubsequences: false)
    return parts.enumerated().compactMap { index, part in
      if index % 2 == 1, let number = Int(part), formulas.indices.contains(number) {
        let formula = formulas[number]
        return .formula(formula.isBlock ? "\n" + formula.text : formula.text)
      }
      return part.isEmpty ? nil : .text(String(part))
    }
  }
}

extension Markdown.Inline {
  fileprivate var isBlank: Bool {
    switch self {
    case .softBreak, .hardBreak: true
    case .text(let text): text.allSatisfy(\.isWhitespace)
    default: false
    }
  }
}
