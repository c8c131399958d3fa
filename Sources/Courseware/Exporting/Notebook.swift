import Foundation

/// A Jupyter notebook, format 4.5: https://nbformat.readthedocs.io/en/latest/format_description.html
struct Notebook: Codable {
  var cells: [Cell]
  var metadata: Metadata
  var nbformat = 4
  var minorFormat = 5

  private enum CodingKeys: String, CodingKey {
    case cells, metadata, nbformat
    case minorFormat = "nbformat_minor"
  }

  struct Metadata: Codable {
    struct KernelSpec: Encodable {
      var name = "convbook"
      var displayName = "Convbook"
      var language = "swift"

      private enum CodingKeys: String, CodingKey {
        case name, language
        case displayName = "display_name"
      }
    }
    struct LanguageInfo: Encodable {
      var name = "swift"
      var fileExtension = ".swift"
      var mimetype = "text/x-swift"

      private enum CodingKeys: String, CodingKey {
        case name, mimetype
        case fileExtension = "file_extension"
      }
    }
    struct Note: Codable {
      /// White space behind the last cell, nil where the file has no line end there.
      var tail: String?
    }
    var kernelspec: KernelSpec?
    var languageInfo: LanguageInfo?
    /// Nil in a notebook that Convbook did not make.
    var convbook: Note?
    var title: String?

    private enum CodingKeys: String, CodingKey {
      case kernelspec, convbook, title
      case languageInfo = "language_info"
    }
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
    struct Jupyter: Encodable {
      var isSourceHidden = true
      private enum CodingKeys: String, CodingKey { case isSourceHidden = "source_hidden" }
    }
    var convbook: Note?
    var jupyter: Jupyter?
    var tags: [String]?
  }

  struct Cell: Codable {
    /// 4.5 asks for one; notebooks of earlier versions have none.
    var id: String?
    /// `code`, `markdown` or `raw`.
    var type: String
    var metadata: CellMetadata
    var source: Lines
    var count: Int?
    var outputs: [Output]?

    init(id: String, type: String, source: String, note: Note?, isHidden: Bool = false, tags: [String] = []) {
      self.id = id
      self.type = type
      metadata = CellMetadata(
        convbook: note, jupyter: isHidden ? CellMetadata.Jupyter() : nil, tags: tags.isEmpty ? nil : tags)
      self.source = Lines(source)
      if type == "code" { outputs = [] }
    }

    private enum CodingKeys: String, CodingKey {
      case id, metadata, source, outputs
      case type = "cell_type"
      case count = "execution_count"
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      type = try values.decode(String.self, forKey: .type)
      metadata = try values.decodeIfPresent(CellMetadata.self, forKey: .metadata) ?? CellMetadata()
      source = try values.decode(Lines.self, forKey: .source)
    }

    /// A code cell has both keys even where nothing ran, other cells have neither.
    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encodeIfPresent(id, forKey: .id)
      try values.encode(type, forKey: .type)
      try values.encode(metadata, forKey: .metadata)
      try values.encode(source, forKey: .source)
      guard let outputs else { return }
      try values.encode(count, forKey: .count)
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
      case name, text, data, metadata, ename, evalue, traceback
      case type = "output_type"
      case count = "execution_count"
    }

    init(from decoder: any Decoder) throws { self = .printed("") }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .printed(let text):
        try values.encode("stream", forKey: .type)
        try values.encode("stdout", forKey: .name)
        try values.encode(Lines(text), forKey: .text)
      case .picture(let png, let text):
        try values.encode("display_data", forKey: .type)
        try values.encode(
          ["image/png": Lines(Data(png).base64EncodedString()), "text/plain": Lines(text)], forKey: .data)
        try values.encode([String: String](), forKey: .metadata)
      case .value(let text, let count):
        try values.encode("execute_result", forKey: .type)
        try values.encode(count, forKey: .count)
        try values.encode(["text/plain": Lines(text)], forKey: .data)
        try values.encode([String: String](), forKey: .metadata)
      case .error(let name, let message, let traceback):
        try values.encode("error", forKey: .type)
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

// What Jupyter writes besides, and other programs in other ways, is not looked at.

extension Notebook {
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    cells = try values.decode([Cell].self, forKey: .cells)
    metadata = try values.decodeIfPresent(Metadata.self, forKey: .metadata) ?? Metadata()
  }
}

extension Notebook.Metadata {
  init(from decoder: any Decoder) throws {
    convbook = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(Note.self, forKey: .convbook)
  }
}

extension Notebook.CellMetadata {
  private enum CodingKeys: String, CodingKey { case convbook, jupyter, tags }

  init(from decoder: any Decoder) throws {
    convbook = try decoder.container(keyedBy: CodingKeys.self)
      .decodeIfPresent(Notebook.Note.self, forKey: .convbook)
  }
}
