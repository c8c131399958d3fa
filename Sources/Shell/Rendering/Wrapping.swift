import Interpreter

extension StyledText {
  /// Lines of at most `width` columns, broken at spaces; a word that is longer is cut.
  ///
  /// - Parameters:
  ///   - first: Stands in front of the first line (`- `).
  ///   - indent: Stands in front of the other lines.
  package func wrapped(width: Int, first: StyledText = "", indent: StyledText = "") -> [StyledText] {
    var lines: [StyledText] = []
    var line = first
    var lineWidth = first.width
    var isEmptyLine = true
    func breakLine() {
      lines.append(line)
      line = indent
      lineWidth = indent.width
      isEmptyLine = true
    }
    for word in words {
      if case .lineEnd = word {
        breakLine()
        continue
      }
      guard case .word(var text, let space) = word else { continue }
      var needed = text.width
      if !isEmptyLine && lineWidth + space.width + needed > width { breakLine() }
      if !isEmptyLine {
        line.append(space)
        lineWidth += space.width
      }
      while isEmptyLine, lineWidth + needed > width, width - lineWidth > 8 {
        let (head, tail) = text.cut(at: width - lineWidth)
        line.append(head)
        breakLine()
        text = tail
        needed = text.width
      }
      line.append(text)
      lineWidth += needed
      isEmptyLine = false
    }
    lines.append(line)
    return lines
  }

  private enum Word {
    case word(StyledText, spaceBefore: StyledText)
    case lineEnd
  }

  /// Words may change their style in the middle; a no-break space does not part them.
  private var words: [Word] {
    var words: [Word] = []
    var word = StyledText()
    var space = StyledText()
    func finish() {
      if !word.isEmpty { words.append(.word(word, spaceBefore: space)) }
      word = StyledText()
    }
    for piece in pieces {
      for character in piece.text {
        if character == " " || character == "\n" {
          if !word.isEmpty {
            finish()
            space = StyledText()
          }
          if character == "\n" {
            words.append(.lineEnd)
          } else if space.isEmpty {
            space = StyledText(" ", piece.style)
          }
        } else {
          word.append(String(character), piece.style)
        }
      }
    }
    finish()
    return words
  }

  /// The line, ended by an ellipsis where it is wider.
  package func cut(to width: Int) -> StyledText {
    self.width <= width ? self : cut(at: width - 1).head + "…"
  }

  private func cut(at column: Int) -> (head: StyledText, tail: StyledText) {
    var head = StyledText()
    var tail = StyledText()
    var taken = 0
    for piece in pieces {
      for character in piece.text {
        taken += character.terminalWidth
        if taken <= column {
          head.append(String(character), piece.style)
        } else {
          tail.append(String(character), piece.style)
        }
      }
    }
    return (head, tail)
  }
}
