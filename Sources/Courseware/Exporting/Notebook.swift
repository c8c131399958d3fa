import Foundation

/// A Jupyter notebook, format 4.5: https://nbformat.readthedocs.io/en/latest/format_description.html
struct Notebook: Codable {
  var cells: [Cell]
  var metadata: Metadata
  var nbformat = 4
  var nbformat_minor = 5

  struct Metadata: Codable {
    struct KernelSpec: Codable {
      var name = "convbook"
      var display_name = "Convbook"
      var language = "swift"
    }
    struct LanguageInfo: Codable {
      var name = "swift"
      var file_extension = ".swift"
      var mimetype = "text/x-swift"
    }
    struct Note: Codable {
      /// White space behind the last cell, nil where the file has no line end there.
      var tail: String?
    }
    var kernelspec: KernelSpec?
    var language_info: LanguageInfo?
    /// Nil in a notebook that Convbook did not make.
    var convbook: Note?
    var title: String?
  }

  /// What a cell has to remember of the lesson's text, so that it can be written as it was.
  struct Note: Codable {
    var role: String
    var gap: String?
    var open: String?
    var close: String?
    /// The block as it stands in the lesson, where the cell shows it differently.
    var text: String?
    /// A fence without a line; a cell shows it like one with an empty line.
    var isEmpty: Bool?
  }

  struct CellMetadata: Codable {
    struct Jupyter: Codable { var source_hidden = true }
    var convbook: Note?
    var jupyter: Jupyter?
    var tags: [String]?
  }

  struct Cell: Codable {
    /// 4.5 asks for one; notebooks of earlier versions have none.
    var id: String?
    /// `code`, `markdown` or `raw`.
    var cell_type: String
    var metadata: CellMetadata
    var source: Lines
    var execution_count: Int?
    var outputs: [Output]?

    init(id: String, type: String, source: String, note: Note?, isHidden: Bool = false, tags: [String] = []) {
      self.id = id
      cell_type = type
      metadata = CellMetadata(
        convbook: note, jupyter: isHidden ? CellMetadata.Jupyter() : nil, tags: tags.isEmpty ? nil : tags)
      self.source = Lines(source)
      if type == "code" { outputs = [] }
    }

    private enum CodingKeys: String, CodingKey { case id, cell_type, metadata, source, execution_count, outputs }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      cell_type = try values.decode(String.self, forKey: .cell_type)
      metadata = try values.decodeIfPresent(CellMetadata.self, forKey: .metadata) ?? CellMetadata()
      source = try values.decode(Lines.self, forKey: .source)
    }

    /// A code cell has both keys even where nothing ran, other cells have neither.
    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encodeIfPresent(id, forKey: .id)
      try values.encode(cell_type, forKey: .cell_type)
      try values.encode(metadata, forKey: .metadata)
      try values.encode(source, forKey: .source)
      guard let outputs else { return }
      try values.encode(execution_count, forKey: .execution_count)
      try values.encode(outputs, forKey: .outputs)
    }
  }

  /// What a code cell gave; written only.
  enum Output: Codable {
    case printed(String)
    case picture(png: [UInt8], text: String)
    case value(String, count: Int)
    case error(name: String, message: String, traceback: [String])

    private enum CodingKeys: String, CodingKey {
      case output_type, name, text, data, metadata, execution_count, ename, evalue, traceback
    }

    init(from decoder: any Decoder) throws { self = .printed("") }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .printed(let text):
        try values.encode("stream", forKey: .output_type)
        try values.encode("stdout", forKey: .name)
        try values.encode(Lines(text), forKey: .text)
      case .picture(let png, let text):
        try values.encode("display_data", forKey: .output_type)
        try values.encode(
          ["image/png": Lines(Data(png).base64EncodedString()), "text/plain": Lines(text)], forKey: .data)
        try values.encode([String: String](), forKey: .metadata)
      case .value(let text, let count):
        try values.encode("execute_result", forKey: .output_type)
        try values.encode(count, forKey: .execution_count)
        try values.encode(["text/plain": Lines(text)], forKey: .data)
        try values.encode([String: String](), forKey: .metadata)
      case .error(let name, let message, let traceback):
        try values.encode("error", forKey: .output_type)
        try values.encode(name, forKey: .ename)
        try values.encode(message, forKey: .evalue)
        try values.encode(traceback, forKey: .traceback)
      }
    }
  }

  /// Text as Jupyter writes it, a list of lines with their ends; read as that or as one text.
  struct Lines: Codable {
    var text: String

    init(_ text: String) { self.text = text }

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let text = try? value.decode(String.self) {
        self.text = text
      } else {
        text = try value.decode([String].self).joined()
      }
    }

    func encode(to encoder: any Encoder) throws {
      var lines = text.lines.map { String($0) + "\n" }
      let last = String(lines.removeLast().dropLast())
      if !last.isEmpty { lines.append(last) }
      var value = encoder.singleValueContainer()
      try value.encode(lines)
    }
  }
}
