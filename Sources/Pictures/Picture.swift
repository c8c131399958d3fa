import Tensors

/// Something to look at, made of a tensor. A front end draws it as well as it can; everybody else prints its text.
package enum Picture: Sendable {
  case maps(MapPicture)
  case plot(LinePlot)
  case histogram(Histogram)
  case window(WindowPicture)

  /// The picture in plain characters: the same everywhere, at most `textWidth` columns wide.
  package var text: String {
    switch self {
    case .maps(let maps): maps.text
    case .plot(let plot): plot.lines(width: Self.textWidth).map(\.text).joined(separator: "\n")
    case .histogram(let histogram): histogram.lines(width: Self.textWidth).map(\.text).joined(separator: "\n")
    case .window(let window): window.lines(width: Self.textWidth).map(\.text).joined(separator: "\n")
    }
  }

  /// The picture in colours, for a screen of characters.
  ///
  /// - Parameters:
  ///   - width: Columns that it may take.
  ///   - detail: Pixels a column has where the screen can show images; 1 where two half blocks make a character.
  package func rows(width: Int, detail: Int = 1) -> [PictureRow] {
    switch self {
    case .maps(let maps): maps.rows(width: width, detail: detail)
    case .plot(let plot): plot.lines(width: width, usesColour: true).map(PictureRow.cells)
    case .histogram(let histogram): histogram.lines(width: width, usesColour: true).map(PictureRow.cells)
    case .window(let window): window.lines(width: width, usesColour: true).map(PictureRow.cells)
    }
  }

  /// Columns of the plain text, so that it fits into a narrow terminal and into a lesson.
  package static let textWidth = 60
}

// MARK: - Who shows it

/// Takes pictures where there is somebody to draw them.
package enum Easel {
  /// Only ever used on the thread that it came from, inside of `standing`.
  private final class Frame: @unchecked Sendable {
    let show: (Picture) throws -> Void
    init(_ show: @escaping (Picture) throws -> Void) { self.show = show }
  }

  @TaskLocal private static var frame: Frame?

  /// Runs `body`; pictures that are shown meanwhile go to `show`.
  package static func standing(_ show: @escaping (Picture) throws -> Void, _ body: () -> Void) {
    $frame.withValue(Frame(show), operation: body)
  }

  /// Hands the picture over; a program without anybody to draw prints it.
  static func show(_ picture: Picture) throws {
    if let frame { try frame.show(picture) } else { print(picture.text) }
  }
}
