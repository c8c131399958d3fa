/// What the library's structs show of the collection in their first field: slices, substrings, keys and values.
extension Machine {
  /// The array that a slice shows a part of, and which part.
  func slice(_ words: Words, _ references: References) throws(Fault) -> (
    array: UnsafeMutablePointer<ArrayBlock>, range: Range<Int>
  ) {
    guard let array = references[0]?.asArray else { throw .overlapping }
    let start = min(max(words[0], 0), array.pointee.count)
    return (array, start..<min(max(words[1], start), array.pointee.count))
  }

  /// The part of a text that lies between two of its places.
  static func substring(_ words: Words, _ references: References) -> Substring {
    let text = references[0]?.text ?? ""
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: max(words[0], 0), limitedBy: utf8.endIndex) ?? utf8.endIndex
    let length = max(words[1] - utf8.distance(from: utf8.startIndex, to: start), 0)
    let end = utf8.index(start, offsetBy: length, limitedBy: utf8.endIndex) ?? utf8.endIndex
    return text[start..<end]
  }

  /// The elements of a view as an array of its own.
  func elements(
    of view: TypeInfo.View, _ words: Words, _ references: References
  ) throws(Fault) -> Reference {
    switch view {
    case .slice:
      let (array, range) = try slice(words, references)
      let result = try heap.array(array.pointee.layout, capacity: range.count)
      try heap.appendElements(of: array, range, toNew: result)
      return result
    case .substring: return try characters(of: Self.substring(words, references))
    case .keys, .values:
      guard let dictionary = references[0]?.asDictionary else { throw .overlapping }
      let array = view == .keys ? dictionary.pointee.keys : dictionary.pointee.values
      array.retain()
      return array
    }
  }

  func characters(of text: some StringProtocol) throws(Fault) -> Reference {
    let result = try heap.array(.reference, capacity: text.utf8.count)
    let array = result.asArray
    let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.count < 1 << 16, bytes.isPlain else { return false }
      for byte in bytes {
        (array.pointee.references + array.pointee.count).initialize(to: heap.string(ShortText(byte)))
        array.pointee.count += 1
      }
      return true
    }
    if isPlain ?? false { return result }
    for character in text {
      if array.pointee.count & 0xFFF == 0xFFF {
        do { try checkBudget() } catch {
          heap.release(result)
          throw error
        }
      }
      (array.pointee.references + array.pointee.count).initialize(to: heap.string(String(character)))
      array.pointee.count += 1
    }
    return result
  }

  func equalViews(
    _ view: TypeInfo.View, _ parts: [TypeInfo.Part], _ words: Words, _ references: References, _ otherWords: Words,
    _ otherReferences: References
  ) throws(Fault) -> Bool {
    if view == .substring {
      return Self.substring(words, references) == Self.substring(otherWords, otherReferences)
    }
    let left = try elements(of: view, words, references)
    defer { heap.release(left) }
    let right = try elements(of: view, otherWords, otherReferences)
    defer { heap.release(right) }
    guard let element = element(of: view, parts) else { return false }
    return try equalElements(element, left.asArray, right.asArray)
  }

  /// The type of what a view shows.
  func element(of view: TypeInfo.View, _ parts: [TypeInfo.Part]) -> TypeInfo? {
    switch (view, parts.first?.info.shape) {
    case (.slice, .array(let element)?): element
    case (.keys, .dictionary(let key, _)?): key
    case (.values, .dictionary(_, let value)?): value
    default: nil
    }
  }

  func hashView(
    _ view: TypeInfo.View, _ parts: [TypeInfo.Part], _ words: Words, _ references: References,
    into hasher: inout Hasher
  ) {
    if view == .substring { return hasher.combine(Self.substring(words, references)) }
    guard view == .slice, let element = element(of: view, parts), let (array, range) = try? slice(words, references)
    else { return }
    hasher.combine(range.count)
    for index in range { hash(element, array.words(at: index), array.references(at: index), into: &hasher) }
  }
}
