import Foundation

extension Picture {
  /// The picture as an SVG file: text as text, lines as lines, maps as an image within.
  package var svg: String {
    let sheet = PictureSheet(self)
    let margin = PictureSheet.margin
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(sheet.width) \#(sheet.height)" "#
        + #"width="\#(sheet.width)" height="\#(sheet.height)" font-family="monospace" font-size="19">"#,
      #"<rect width="100%" height="100%" fill="white"/>"#,
      #"<g transform="translate(\#(margin) \#(margin))">"#,
    ]
    for (x, y, item) in sheet.items {
      switch item {
      case .image(let raster):
        lines.append(
          #"<image x="\#(x)" y="\#(y)" width="\#(raster.width)" height="\#(raster.height)" "#
            + #"href="data:image/png;base64,\#(Data(raster.onWhite.png).base64EncodedString())"/>"#)
      case .cell(let cell): lines += Self.elements(cell, x, y)
      }
    }
    for (points, colour) in sheet.lines {
      let path = points.map { String(format: "%.1f,%.1f", $0.x, $0.y) }.joined(separator: " ")
      lines.append(
        #"<polyline points="\#(path)" fill="none" stroke="\#(colour.hexadecimal)" stroke-width="3" "#
          + #"stroke-linejoin="round" stroke-linecap="round"/>"#)
    }
    return lines.joined(separator: "\n") + "\n</g>\n</svg>\n"
  }

  private static func elements(_ cell: PictureCell, _ x: Int, _ y: Int) -> [String] {
    let (width, height) = PictureSheet.cell
    func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ colour: Pixel) -> String {
      #"<rect x="\#(x)" y="\#(y)" width="\#(width)" height="\#(height)" fill="\#(colour.hexadecimal)"/>"#
    }
    var elements = cell.background.map { [box(x, y, width, height, $0)] } ?? []
    let colour = cell.foreground ?? .black
    if let boxes = PictureSheet.boxes(of: cell.character) {
      return elements + boxes.map { box(x + $0.x, y + $0.y, $0.width, $0.height, colour) }
    }
    if cell.character == " " { return elements }
    let text: String
    switch cell.character {
    case "<": text = "&lt;"
    case "&": text = "&amp;"
    // What XML cannot hold cannot be shown either.
    default: text = cell.character.unicodeScalars.contains { $0.value < 0x20 } ? "?" : String(cell.character)
    }
    let fill = cell.foreground == nil ? "" : #" fill="\#(colour.hexadecimal)""#
    elements.append(#"<text x="\#(x + width / 2)" y="\#(y + 18)" text-anchor="middle"\#(fill)>\#(text)</text>"#)
    return elements
  }
}

extension Pixel {
  fileprivate var hexadecimal: String { String(format: "#%02x%02x%02x", red, green, blue) }
}

extension Raster {
  /// With white where there is nothing.
  fileprivate var onWhite: Raster {
    var copy = Raster(width: width, height: height, filledWith: .white)
    for y in 0..<height { for x in 0..<width where self[x, y].alpha > 0 { copy[x, y] = self[x, y] } }
    return copy
  }
}
