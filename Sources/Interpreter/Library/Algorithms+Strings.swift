extension Algorithms {
  /// What texts and their parts have in common.
  private static let parts = """
          /// The places of all characters.
          var indices: [String.Index] {
            var result: [String.Index] = []
            var place = startIndex
            while place != endIndex {
              result.append(place)
              place = index(after: place)
            }
            return result
          }
          func _slice(_ bounds: Range<String.Index>) -> Substring { self[bounds] }
          /// The part between two places.
          subscript(range: Range<String.Index>) -> Substring { _part(range.lowerBound, range.upperBound) }
          subscript(range: ClosedRange<String.Index>) -> Substring {
            _part(range.lowerBound, index(after: range.upperBound))
          }
          subscript(range: PartialRangeFrom<String.Index>) -> Substring { _part(range.lowerBound, endIndex) }
          subscript(range: PartialRangeUpTo<String.Index>) -> Substring { _part(startIndex, range.upperBound) }
          subscript(range: PartialRangeThrough<String.Index>) -> Substring {
            _part(startIndex, index(after: range.upperBound))
          }
          subscript(range: UnboundedRange) -> Substring { _part(startIndex, endIndex) }
    """

  static let strings = """
    extension String: TextOutputStream { typealias SubSequence = Substring }
    extension String {
    \(parts)
      /// The characters of a sequence, one after the other.
      init<S: Sequence>(_ characters: S) where S.Element == Character {
        self = ""
        for character in characters { append(character) }
      }
      /// The texts of a sequence, one after the other.
      init<S: Sequence>(_ texts: S) where S.Element == String {
        self = ""
        for text in texts { self += text }
      }
      /// A character, as text.
      init(_ scalar: Unicode.Scalar) { self = String(_scalar: scalar.value) }
      func _part(_ start: String.Index, _ end: String.Index) -> Substring {
        precondition(start <= end && end <= endIndex, "this range of places lies outside of the text")
        return Substring(_base: self, _start: _offset(start), _end: _offset(end))
      }
      /// Adds the characters of a sequence at the end.
      mutating func append<S: Sequence>(contentsOf characters: S) where S.Element == Character {
        for character in characters { append(character) }
      }
      /// Adds text at the end.
      mutating func append(contentsOf text: String) { append(text) }
      /// Adds text at the end.
      mutating func write(_ text: String) { append(text) }
      /// Puts a character before a place.
      mutating func insert(_ character: Character, at i: String.Index) { _replace(i, i, String(character)) }
      /// Puts text before a place.
      mutating func insert(contentsOf text: String, at i: String.Index) { _replace(i, i, text) }
      /// Takes a character out.
      @discardableResult mutating func remove(at i: String.Index) -> Character {
        let result = self[i]
        _replace(i, index(after: i), "")
        return result
      }
      /// Takes the first character out.
      @discardableResult mutating func removeFirst() -> Character {
        precondition(!isEmpty, "an empty text has no first character to remove")
        return remove(at: startIndex)
      }
      /// Takes the last character out.
      @discardableResult mutating func removeLast() -> Character {
        precondition(!isEmpty, "an empty text has no last character to remove")
        return remove(at: index(before: endIndex))
      }
      /// Takes the first characters out.
      mutating func removeFirst(_ count: Int) { _replace(startIndex, index(startIndex, offsetBy: count), "") }
      /// Takes the last characters out.
      mutating func removeLast(_ count: Int) { _replace(index(endIndex, offsetBy: -count), endIndex, "") }
      /// Takes the last character out; nil for an empty text.
      mutating func popLast() -> Character? { isEmpty ? nil : removeLast() }
      /// Takes all characters out.
      mutating func removeAll(keepingCapacity: Bool = false) { self = "" }
      /// Takes the characters out for which `shouldBeRemoved` is true.
      mutating func removeAll(where shouldBeRemoved: (Character) throws -> Bool) rethrows {
        self = try filter { character in !(try shouldBeRemoved(character)) }
      }
      /// Takes the characters between two places out.
      mutating func removeSubrange(_ range: Range<String.Index>) { _replace(range.lowerBound, range.upperBound, "") }
      mutating func removeSubrange(_ range: ClosedRange<String.Index>) {
        _replace(range.lowerBound, index(after: range.upperBound), "")
      }
      /// Puts text in the place of other text.
      mutating func replaceSubrange(_ range: Range<String.Index>, with text: String) {
        _replace(range.lowerBound, range.upperBound, text)
      }
      mutating func replaceSubrange(_ range: ClosedRange<String.Index>, with text: String) {
        _replace(range.lowerBound, index(after: range.upperBound), text)
      }
      /// Makes room for `count` bytes.
      mutating func reserveCapacity(_ count: Int) {}
    }
    extension Substring: StringProtocol, CustomStringConvertible {
      typealias Element = Character
      typealias SubSequence = Substring
    }
    extension Substring {
    \(parts)
      func makeIterator() -> IndexingIterator<Substring> { IndexingIterator(_elements: Array(self)) }
      /// An empty part.
      init() { self = ""[...] }
      /// All of a text.
      init(_ text: String) { self = text[...] }
      /// How many characters there are.
      var count: Int { _text.count }
      /// Whether there are no characters.
      var isEmpty: Bool { _start == _end }
      /// The text that it is a part of.
      var base: String { _base }
      /// The first character; nil if there is none.
      var first: Character? { _text.first }
      /// The last character; nil if there is none.
      var last: Character? { _text.last }
      /// The place of the first character: a part counts as the text does that it is a part of.
      var startIndex: String.Index { _base._place(_start) }
      /// The place behind the last character.
      var endIndex: String.Index { _base._place(_end) }
      func index(after i: String.Index) -> String.Index { _base.index(after: i) }
      func index(before i: String.Index) -> String.Index { _base.index(before: i) }
      func index(_ i: String.Index, offsetBy distance: Int) -> String.Index { _base.index(i, offsetBy: distance) }
      func index(_ i: String.Index, offsetBy distance: Int, limitedBy limit: String.Index) -> String.Index? {
        _base.index(i, offsetBy: distance, limitedBy: limit)
      }
      func distance(from start: String.Index, to end: String.Index) -> Int { _base.distance(from: start, to: end) }
      subscript(i: String.Index) -> Character {
        precondition(i >= startIndex && i < endIndex, "this place lies outside of the part")
        return _base[i]
      }
      func _part(_ start: String.Index, _ end: String.Index) -> Substring {
        precondition(start >= startIndex && start <= end && end <= endIndex, "this range lies outside of the part")
        return Substring(_base: _base, _start: _base._offset(start), _end: _base._offset(end))
      }
      func uppercased() -> String { _text.uppercased() }
      func lowercased() -> String { _text.lowercased() }
      func hasPrefix(_ prefix: String) -> Bool { _text.hasPrefix(prefix) }
      func hasSuffix(_ suffix: String) -> Bool { _text.hasSuffix(suffix) }
      func contains(_ other: String) -> Bool { _text.contains(other) }
      func contains(_ character: Character) -> Bool { _text.contains(character) }
      /// Takes the first character out.
      @discardableResult mutating func removeFirst() -> Character {
        let result = self[startIndex]
        self = dropFirst()
        return result
      }
      /// Takes the last character out.
      @discardableResult mutating func removeLast() -> Character {
        let result = self[index(before: endIndex)]
        self = dropLast()
        return result
      }
      mutating func removeFirst(_ count: Int) { self = dropFirst(count) }
      mutating func removeLast(_ count: Int) { self = dropLast(count) }
      mutating func popFirst() -> Character? { isEmpty ? nil : removeFirst() }
      mutating func popLast() -> Character? { isEmpty ? nil : removeLast() }
      mutating func append(_ text: String) { self = (_text + text)[...] }
      mutating func append(_ character: Character) { self = (_text + String(character))[...] }
      var utf8: String.UTF8View { _text.utf8 }
      var utf16: String.UTF16View { _text.utf16 }
      var unicodeScalars: String.UnicodeScalarView { _text.unicodeScalars }
    }
    func + (left: String, right: Substring) -> String { left + String(right) }
    func + (left: Substring, right: String) -> Substring { (String(left) + right)[...] }
    func + (left: Substring, right: String) -> String { String(left) + right }
    func + (left: Substring, right: Substring) -> Substring { (String(left) + String(right))[...] }
    func += (left: inout String, right: Substring) { left.append(String(right)) }
    func += (left: inout Substring, right: String) { left.append(right) }
    extension StringProtocol {
      func hasPrefix(_ prefix: Substring) -> Bool { hasPrefix(String(prefix)) }
      func hasSuffix(_ suffix: Substring) -> Bool { hasSuffix(String(suffix)) }
      func contains(_ other: Substring) -> Bool { contains(String(other)) }
      func hasPrefix(_ prefix: String) -> Bool { "\\(self)".hasPrefix(prefix) }
      func hasSuffix(_ suffix: String) -> Bool { "\\(self)".hasSuffix(suffix) }
      func contains(_ other: String) -> Bool { "\\(self)".contains(other) }
      func uppercased() -> String { "\\(self)".uppercased() }
      func lowercased() -> String { "\\(self)".lowercased() }
      /// The characters for which `isIncluded` is true.
      func filter(_ isIncluded: (Character) throws -> Bool) rethrows -> String {
        var result = ""
        for character in "\\(self)" { if try isIncluded(character) { result.append(character) } }
        return result
      }
      /// The pieces between the places where `separator` occurs.
      func split(separator: String, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [Substring] {
        precondition(!separator.isEmpty, "a separator needs at least one character")
        let text = "\\(self)"
        var result: [Substring] = []
        var start = text.startIndex
        while result.count < maxSplits {
          let offset = text._find(separator, text._offset(start))
          if offset < 0 { break }
          let place = text._place(offset)
          if start != place || !omittingEmptySubsequences { result.append(text[start..<place]) }
          start = text.index(place, offsetBy: separator.count)
        }
        if start != text.endIndex || !omittingEmptySubsequences { result.append(text[start...]) }
        return result
      }
      /// The text with `replacement` wherever `other` occurs.
      func replacing(_ other: String, with replacement: String) -> String {
        if other.isEmpty { return "\\(self)" }
        return "\\(self)".split(separator: other, omittingEmptySubsequences: false).map { String($0) }.joined(
          separator: replacement)
      }
      /// Where `other` occurs first; nil if it does not.
      func firstRange(of other: String) -> Range<String.Index>? {
        let text = "\\(self)"
        if other.isEmpty { return text.startIndex..<text.startIndex }
        let offset = text._find(other, 0)
        if offset < 0 { return nil }
        let place = text._place(offset)
        return place..<text.index(place, offsetBy: other.count)
      }
      /// The text without `prefix` at its start.
      func trimmingPrefix(_ prefix: String) -> Substring {
        let text = "\\(self)"
        return text.hasPrefix(prefix) ? text.dropFirst(prefix.count) : text[...]
      }
      /// The text without the characters at its start for which `predicate` is true.
      func trimmingPrefix(while predicate: (Character) throws -> Bool) rethrows -> Substring {
        let text = "\\(self)"
        return try text.drop(while: predicate)
      }
    }
    extension String {
      struct UTF8View: Sequence {
        typealias Element = UInt8
        var _bytes: [UInt8]
        var count: Int { _bytes.count }
        var isEmpty: Bool { _bytes.isEmpty }
        var first: UInt8? { _bytes.first }
        var last: UInt8? { _bytes.last }
        func makeIterator() -> IndexingIterator<[UInt8]> { IndexingIterator(_elements: _bytes) }
      }
      struct UTF16View: Sequence {
        typealias Element = UInt16
        var _units: [UInt16]
        var count: Int { _units.count }
        var isEmpty: Bool { _units.isEmpty }
        func makeIterator() -> IndexingIterator<[UInt16]> { IndexingIterator(_elements: _units) }
      }
      struct UnicodeScalarView: Sequence {
        typealias Element = Unicode.Scalar
        var _scalars: [Unicode.Scalar]
        var count: Int { _scalars.count }
        var isEmpty: Bool { _scalars.isEmpty }
        var first: Unicode.Scalar? { _scalars.first }
        var last: Unicode.Scalar? { _scalars.last }
        func makeIterator() -> IndexingIterator<[Unicode.Scalar]> { IndexingIterator(_elements: _scalars) }
      }
    }
    extension String {
      /// The bytes of the text in UTF-8.
      var utf8: String.UTF8View { String.UTF8View(_bytes: _bytes()) }
      /// The numbers of the text in UTF-16.
      var utf16: String.UTF16View { String.UTF16View(_units: _units()) }
      /// What the characters are made of.
      var unicodeScalars: String.UnicodeScalarView {
        String.UnicodeScalarView(_scalars: _scalars().map { UnicodeScalar(_value: $0) })
      }
    }
    struct UnicodeScalar: Hashable, Comparable, CustomStringConvertible {
      /// Its number.
      let value: UInt32
      init(_value value: UInt32) { self.value = value }
      /// The scalar with a number below 256.
      init(_ value: UInt8) { self.value = UInt32(value) }
      /// The scalar with a number; nil if there is none.
      init?(_ value: UInt32) {
        if value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) { return nil }
        self.value = value
      }
      /// The scalar with a number; nil if there is none.
      init?(_ value: Int) {
        if value < 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) { return nil }
        self.value = UInt32(value)
      }
      /// Whether it is one of ASCII's.
      var isASCII: Bool { value < 128 }
      var description: String { String(_scalar: value) }
      static func < (left: UnicodeScalar, right: UnicodeScalar) -> Bool { left.value < right.value }
    }
    extension UnicodeScalar: ExpressibleByStringLiteral {
      /// The scalar that a literal of one scalar stands for.
      init(stringLiteral value: String) { self.value = value._scalars()[0] }
    }
    extension UInt8 {
      /// The number of a scalar of ASCII.
      init(ascii scalar: Unicode.Scalar) {
        precondition(scalar.value < 128, "'\\(scalar)' is no character of ASCII")
        self = UInt8(scalar.value)
      }
    }
    enum Unicode {
      typealias Scalar = UnicodeScalar
    }
    extension Character {
      /// The character that is one scalar.
      init(_ scalar: Unicode.Scalar) { self = String(scalar).first! }
      /// What the character is made of.
      var unicodeScalars: String.UnicodeScalarView { String(self).unicodeScalars }
      /// The bytes of the character in UTF-8.
      var utf8: String.UTF8View { String(self).utf8 }
    }

    """
}
