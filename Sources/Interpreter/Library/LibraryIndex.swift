/// The library's pieces by what they declare.
struct LibraryIndex {
  /// Pieces about one type.
  struct Owner {
    /// What must be read before anything is said about the type: its declaration, its conformances.
    var whole: [LibraryPiece] = []
    /// Members, each read when its name is looked up.
    var members: [String: [LibraryPiece]] = [:]
    /// Names of static members and initialisers, and of the others.
    var staticNames: Set<String> = []
    var names: Set<String> = []
  }
  private(set) var owners: [String: Owner] = [:]
  /// Free functions, and types that the text declares.
  private(set) var globals: [String: [LibraryPiece]] = [:]
  /// Operators, wherever they are declared.
  private(set) var operators: [String: [(owner: String?, piece: LibraryPiece)]] = [:]
  /// Texts that declare nothing: a mistake in the library.
  private(set) var unreadable: [String] = []

  /// Adds declarations with bodies.
  mutating func add(text: String) {
    for declaration in declarations(in: Substring(text)) {
      guard let header = DeclarationHeader(declaration) else {
        unreadable.append(String(declaration))
        continue
      }
      switch header.keyword {
      case "extension": addExtension(declaration, header)
      case "func": add(LibraryPiece(String(declaration)), header, owner: nil)
      default:
        let piece = LibraryPiece(String(declaration))
        globals[header.name, default: []].append(piece)
        owners[header.name, default: Owner()].whole.append(piece)
      }
    }
  }

  /// Adds a signature without a body.
  mutating func add(
    signature: String, owner: String?, documentation: String,
    implementation: @escaping (_ isSetter: Bool) -> FunctionSymbol.Implementation
  ) {
    guard let header = DeclarationHeader(Substring(signature)) else {
      unreadable.append(signature)
      return
    }
    let text = owner.map { "extension \($0) { \(signature) }" } ?? signature
    let piece = LibraryPiece(text, documentation: documentation, implementation: implementation)
    add(piece, header, owner: owner)
  }

  mutating func add(_ other: LibraryIndex) {
    for (name, owner) in other.owners {
      owners[name, default: Owner()].whole += owner.whole
      owners[name, default: Owner()].members.merge(owner.members) { $0 + $1 }
      owners[name, default: Owner()].names.formUnion(owner.names)
      owners[name, default: Owner()].staticNames.formUnion(owner.staticNames)
    }
    globals.merge(other.globals) { $0 + $1 }
    operators.merge(other.operators) { $0 + $1 }
    unreadable += other.unreadable
  }

  /// An extension that only has members is taken apart, so that each can be read alone.
  private mutating func addExtension(_ text: Substring, _ header: DeclarationHeader) {
    let bytes = text.utf8
    guard let open = bytes.firstIndex(of: UInt8(ascii: "{")), let close = bytes.lastIndex(of: UInt8(ascii: "}")),
      !header.addsConformances
    else {
      owners[header.name, default: Owner()].whole.append(LibraryPiece(String(text)))
      return
    }
    let members = declarations(in: text[bytes.index(after: open)..<close]).map { ($0, DeclarationHeader($0)) }
    guard !members.isEmpty, members.allSatisfy({ $0.1?.isMember ?? false }) else {
      owners[header.name, default: Owner()].whole.append(LibraryPiece(String(text)))
      return
    }
    for case (let member, let memberHeader?) in members {
      add(LibraryPiece("\(text[...open])\(member)\n}"), memberHeader, owner: header.name)
    }
  }

  private mutating func add(_ piece: LibraryPiece, _ header: DeclarationHeader, owner: String?) {
    if let first = header.name.first, !first.isLetter, first != "_" {
      operators[header.name, default: []].append((owner, piece))
      if owner == nil { return }
    }
    guard let owner else {
      globals[header.name, default: []].append(piece)
      return
    }
    owners[owner, default: Owner()].members[header.name, default: []].append(piece)
    if header.isStatic || header.name == "init" {
      owners[owner, default: Owner()].staticNames.insert(header.name)
    } else {
      owners[owner, default: Owner()].names.insert(header.name)
    }
  }

  // MARK: What every session has

  nonisolated(unsafe) static let standard: LibraryIndex = {
    var result = LibraryIndex()
    result.add(text: Prelude.text)
    result.add(text: Protocols.text)
    for primitive in Primitives.all {
      result.add(signature: primitive.signature, owner: primitive.owner, documentation: primitive.documentation) {
        .primitive($0 ? primitive.setter ?? primitive.name : primitive.name)
      }
    }
    result.add(text: Algorithms.text)
    return result
  }()

  mutating func add(_ natives: [Native]) {
    for native in natives {
      add(signature: native.signature, owner: native.owner, documentation: native.documentation) {
        $0 ? .nativeSetter(native) : .native(native)
      }
    }
  }
}
