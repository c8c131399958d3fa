import CMarkdown

/// Links to files that are not there. Addresses on the web are not followed.
///
/// - Parameters:
///   - line: The line of the file at which `markdown` starts.
///   - folder: Where the file with this text is.
func deadLinks(in markdown: String, line: Int, path: String, folder: String) -> [LessonProblem] {
  links(in: markdown).compactMap { link in
    let target = link.destination.prefix { $0 != "#" }
    if target.isEmpty || target.contains("://") || target.hasPrefix("mailto:") { return nil }
    if !target.hasPrefix("/"), isThere("\(folder)/\(target)") { return nil }
    return LessonProblem(path: path, line: line + link.line - 1, "the link to '\(link.destination)' leads nowhere")
  }
}

/// The destinations of links and pictures, each with its line, counted from 1.
private func links(in markdown: String) -> [(destination: String, line: Int)] {
  guard let document = cmark_parse_document(markdown, markdown.utf8.count, CMARK_OPT_DEFAULT) else { return [] }
  defer { cmark_node_free(document) }
  guard let iterator = cmark_iter_new(document) else { return [] }
  defer { cmark_iter_free(iterator) }
  var links: [(destination: String, line: Int)] = []
  var line = 1
  while true {
    let event = cmark_iter_next(iterator)
    if event == CMARK_EVENT_DONE { return links }
    guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
    // Inline nodes of some versions have no line of their own: that of the paragraph is near
    line = max(Int(cmark_node_get_start_line(node)), line)
    let type = cmark_node_get_type(node)
    guard type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE, let url = cmark_node_get_url(node) else { continue }
    links.append((String(cString: url), line))
  }
}
