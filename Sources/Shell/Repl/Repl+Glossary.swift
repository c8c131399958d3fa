import Courseware

/// The course's terms, for `:doc`.
extension Repl {
  func term(_ name: String) -> Glossary.Entry? { course.glossary.entry(name) }

  func show(_ term: Glossary.Entry) {
    screen.gap()
    screen.line(StyledText(term.term, .bold))
    if !term.synonyms.isEmpty { screen.line("also: " + term.synonyms.joined(separator: ", "), .dim) }
    screen.markdown(term.definition)
  }
}
