import Interpreter

/// A struct of the engine that learners hold: a `GradientReport`.
protocol HostStructure: Bridged {
  /// Whether `==` holds; nil where the type is not `Equatable`.
  static func areEqual(_ a: Self, _ b: Self) -> Bool?
}

extension HostStructure {
  static func areEqual(_ a: Self, _ b: Self) -> Bool? { nil }

  static func fromLanguage(_ value: Value) throws -> Self {
    guard case .object(let object) = value, let structure = (object as? StructureObject<Self>)?.structure else {
      throw mismatch(value, languageName)
    }
    return structure
  }

  func toLanguage() -> Value { .object(StructureObject(self)) }
}

extension HostStructure where Self: Equatable {
  static func areEqual(_ a: Self, _ b: Self) -> Bool? { a == b }
}

/// Holds a struct of the engine for the language. It is never changed in place: setters make a new one.
final class StructureObject<Structure: HostStructure>: HostObject {
  let structure: Structure

  init(_ structure: Structure) { self.structure = structure }

  override var typeName: String { Structure.languageName }
  override var text: String { String(describing: structure) }
  override func isEqual(to other: HostObject) -> Bool? {
    guard let other = other as? StructureObject<Structure> else { return false }
    return Structure.areEqual(structure, other.structure)
  }
}

/// An enum without payloads that engine and language share: it crosses by its number.
protocol HostEnumeration: Bridged, Equatable {
  /// In the order of declaration.
  static var languageCases: [Self] { get }
}

extension HostEnumeration {
  static func fromLanguage(_ value: Value) throws -> Self {
    guard case .int(let number) = value, languageCases.indices.contains(number) else {
      throw mismatch(value, languageName)
    }
    return languageCases[number]
  }

  func toLanguage() -> Value { .int(Self.languageCases.firstIndex(of: self) ?? 0) }
}
