/// Sets of options in the bits of a number.
extension Algorithms {
  static let optionSets = """
    protocol OptionSet: RawRepresentable, Equatable, ExpressibleByArrayLiteral {
      init(rawValue: RawValue)
    }
    extension OptionSet where RawValue: FixedWidthInteger {
      static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
      /// The set without members.
      init() { self.init(rawValue: 0) }
      /// All members of the given sets.
      init(arrayLiteral elements: Self...) {
        self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
      }
      /// All members of the given sets.
      init(_ members: [Self]) { self.init(rawValue: members.reduce(0) { $0 | $1.rawValue }) }
      /// Whether there are no members.
      var isEmpty: Bool { rawValue == 0 }
      /// Whether all members of `member` are in the set.
      func contains(_ member: Self) -> Bool { rawValue & member.rawValue == member.rawValue }
      /// The members of either set.
      func union(_ other: Self) -> Self { Self(rawValue: rawValue | other.rawValue) }
      /// The members of both sets.
      func intersection(_ other: Self) -> Self { Self(rawValue: rawValue & other.rawValue) }
      /// The members that are not in `other`.
      func subtracting(_ other: Self) -> Self { Self(rawValue: rawValue & ~other.rawValue) }
      /// The members of one set but not of the other.
      func symmetricDifference(_ other: Self) -> Self { Self(rawValue: rawValue ^ other.rawValue) }
      /// Adds the members of `other`.
      mutating func formUnion(_ other: Self) { self = union(other) }
      /// Keeps the members that are also in `other`.
      mutating func formIntersection(_ other: Self) { self = intersection(other) }
      /// Removes the members of `other`.
      mutating func subtract(_ other: Self) { self = subtracting(other) }
      /// Keeps what is in one of the sets, but not in both.
      mutating func formSymmetricDifference(_ other: Self) { self = symmetricDifference(other) }
      /// Adds `newMember`; tells whether it was missing.
      @discardableResult mutating func insert(_ newMember: Self) -> (inserted: Bool, memberAfterInsert: Self) {
        let old = intersection(newMember)
        let isMissing = old != newMember
        formUnion(newMember)
        return (isMissing, isMissing ? newMember : old)
      }
      /// Removes `member`; gives what was there of it.
      @discardableResult mutating func remove(_ member: Self) -> Self? {
        let old = intersection(member)
        subtract(member)
        return old.isEmpty ? nil : old
      }
      /// Puts `newMember` in; gives what was there of it.
      @discardableResult mutating func update(with newMember: Self) -> Self? {
        let old = intersection(newMember)
        formUnion(newMember)
        return old.isEmpty ? nil : old
      }
      /// Whether all members are in `other`.
      func isSubset(of other: Self) -> Bool { intersection(other) == self }
      /// Whether all members of `other` are in the set.
      func isSuperset(of other: Self) -> Bool { other.isSubset(of: self) }
      /// Whether all members are in `other`, which has more.
      func isStrictSubset(of other: Self) -> Bool { isSubset(of: other) && self != other }
      /// Whether all members of `other` are in the set, which has more.
      func isStrictSuperset(of other: Self) -> Bool { other.isStrictSubset(of: self) }
      /// Whether the sets have no member in common.
      func isDisjoint(with other: Self) -> Bool { intersection(other).isEmpty }
    }

    """
}
