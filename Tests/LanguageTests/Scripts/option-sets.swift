// Sets of options in the bits of a number.
struct Access: OptionSet {
  let rawValue: Int
  static let read = Access(rawValue: 1 << 0)
  static let write = Access(rawValue: 1 << 1)
  static let run = Access(rawValue: 1 << 2)
  static let all: Access = [.read, .write, .run]
}
var access: Access = [.read, .write]
print(access.contains(.read), access.contains(.run), access.contains([.read, .write]), access.rawValue)
access.insert(.run)
access.remove(.read)
print(access.rawValue, access == [.write, .run], access.isEmpty, Access([]).isEmpty, Access([.read]).rawValue)
print(access.union(.read) == .all, access.intersection([.write, .read]).rawValue)
print(access.subtracting(.write).rawValue, access.symmetricDifference(.all).rawValue)
print(access.isSubset(of: .all), access.isSuperset(of: [.run]), access.isDisjoint(with: .read))
access.formUnion(.read)
let (inserted, member) = access.insert(.read)
print(inserted, member.rawValue, access)
func describe(_ access: Access = []) -> String { access.isEmpty ? "none" : "\(access.rawValue)" }
print(describe(), describe(.run), describe([.read, .run]))
let none: Access = []
print(none.rawValue, Access().rawValue, none.isStrictSubset(of: .read))
struct Flags: OptionSet {
  let rawValue: UInt8
  static let high = Flags(rawValue: 0x80)
}
print(Flags.high.union(Flags(rawValue: 1)).rawValue)
