extension StandardLibrary {
  private static func array(
    _ signature: String, _ documentation: String, body: @escaping NativeBody
  ) -> Native {
    Native(owner: "Array", signature, documentation: documentation, body: body)
  }

  static var arrayTransformations: [Native] {
    [
      array(
        "func map<U>(_ transform: (Element) throws -> U) rethrows -> [U]",
        "The results of `transform` for each element."
      ) { arguments, context in
        let transform = try arguments[1].asFunction()
        return .array(try arguments[0].asArray().map { try context.call(transform, [$0]) })
      },
      array(
        "func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element]",
        "The elements for which `isIncluded` is true."
      ) { arguments, context in
        let isIncluded = try arguments[1].asFunction()
        return .array(try arguments[0].asArray().filter { try context.call(isIncluded, [$0]).asBool() })
      },
      array(
        "func reduce<Result>(_ initial: Result, _ next: (Result, Element) throws -> Result) rethrows -> Result",
        "Combines the elements from first to last, starting with `initial`."
      ) { arguments, context in
        let next = try arguments[2].asFunction()
        return try arguments[0].asArray().reduce(arguments[1]) { try context.call(next, [$0, $1]) }
      },
      array("func forEach(_ body: (Element) throws -> Void) rethrows", "Calls `body` for each element.") {
        arguments, context in
        let body = try arguments[1].asFunction()
        for element in try arguments[0].asArray() { _ = try context.call(body, [element]) }
        return .void
      },
      array(
        "func compactMap<U>(_ transform: (Element) throws -> U?) rethrows -> [U]",
        "The results of `transform` that are not nil."
      ) { arguments, context in
        let transform = try arguments[1].asFunction()
        return .array(
          try arguments[0].asArray().compactMap {
            if case .some(let value) = try context.call(transform, [$0]) { return value }
            return nil
          })
      },
      array(
        "func flatMap<U>(_ transform: (Element) throws -> [U]) rethrows -> [U]",
        "The results of `transform`, one array after the other."
      ) { arguments, context in
        let transform = try arguments[1].asFunction()
        return .array(try arguments[0].asArray().flatMap { try context.call(transform, [$0]).asArray() })
      },
      array("func enumerated() -> [(offset: Int, element: Element)]", "Pairs of a number, from 0 on, and an element.") {
        arguments, _ in
        .array(try arguments[0].asArray().enumerated().map { .tuple([.int($0.offset), $0.element]) })
      },
      array("func reversed() -> [Element]", "The elements from last to first.") { arguments, _ in
        .array(try arguments[0].asArray().reversed())
      },
      array("func dropFirst(_ count: Int = 1) -> [Element]", "All elements but the first `count`.") { arguments, _ in
        .array(Array(try arguments[0].asArray().dropFirst(try length(arguments[1]))))
      },
      array("func dropLast(_ count: Int = 1) -> [Element]", "All elements but the last `count`.") { arguments, _ in
        .array(Array(try arguments[0].asArray().dropLast(try length(arguments[1]))))
      },
      array("func prefix(_ count: Int) -> [Element]", "The first `count` elements, or all if there are fewer.") {
        arguments, _ in
        .array(Array(try arguments[0].asArray().prefix(try length(arguments[1]))))
      },
      array("func suffix(_ count: Int) -> [Element]", "The last `count` elements, or all if there are fewer.") {
        arguments, _ in
        .array(Array(try arguments[0].asArray().suffix(try length(arguments[1]))))
      },
      array(
        "func joined(separator: String = \"\") -> String where Element == String",
        "The strings, one after the other, with `separator` between."
      ) { arguments, _ in
        .string(try arguments[0].asArray().map { try $0.asString() }.joined(separator: try arguments[1].asString()))
      },
      Native(
        "func zip<A, B>(_ first: [A], _ second: [B]) -> [(A, B)]",
        documentation: "Pairs of the elements at the same place; ends with the shorter one."
      ) { arguments, _ in
        .array(zip(try arguments[0].asArray(), try arguments[1].asArray()).map { .tuple([$0, $1]) })
      },
    ]
  }

  static var arraySearches: [Native] {
    [
      array(
        "func contains(_ element: Element) -> Bool where Element: Equatable", "Whether an element equals `element`."
      ) { arguments, _ in
        .bool(try arguments[0].asArray().contains { try isEqual($0, arguments[1]) })
      },
      array(
        "func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool",
        "Whether `predicate` is true for an element."
      ) { arguments, context in
        let predicate = try arguments[1].asFunction()
        return .bool(try arguments[0].asArray().contains { try context.call(predicate, [$0]).asBool() })
      },
      array(
        "func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool",
        "Whether `predicate` is true for every element."
      ) { arguments, context in
        let predicate = try arguments[1].asFunction()
        return .bool(try arguments[0].asArray().allSatisfy { try context.call(predicate, [$0]).asBool() })
      },
      array(
        "func first(where predicate: (Element) throws -> Bool) rethrows -> Element?",
        "The first element for which `predicate` is true."
      ) { arguments, context in
        let predicate = try arguments[1].asFunction()
        return .optional(try arguments[0].asArray().first { try context.call(predicate, [$0]).asBool() })
      },
      array(
        "func firstIndex(of element: Element) -> Int? where Element: Equatable",
        "Where the first element stands that equals `element`."
      ) { arguments, _ in
        .optional(try arguments[0].asArray().firstIndex { try isEqual($0, arguments[1]) }.map { .int($0) })
      },
      array(
        "func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Int?",
        "Where the first element stands for which `predicate` is true."
      ) { arguments, context in
        let predicate = try arguments[1].asFunction()
        return .optional(
          try arguments[0].asArray().firstIndex { try context.call(predicate, [$0]).asBool() }.map { .int($0) })
      },
    ]
  }

  static var arrayOrderings: [Native] {
    [
      array("func sorted() -> [Element] where Element: Comparable", "The elements in increasing order.") {
        arguments, context in
        .array(try sorted(try arguments[0].asArray(), context, by: isLess))
      },
      array(
        "func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element]",
        "The elements in the order that the function describes."
      ) { arguments, context in
        let isBefore = try arguments[1].asFunction()
        return .array(
          try sorted(try arguments[0].asArray(), context) { try context.call(isBefore, [$0, $1]).asBool() })
      },
      array("mutating func sort() where Element: Comparable", "Puts the elements into increasing order.") {
        arguments, context in
        .array(try sorted(try arguments[0].asArray(), context, by: isLess))
      },
      array(
        "mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows",
        "Puts the elements into the order that the function describes."
      ) { arguments, context in
        let isBefore = try arguments[1].asFunction()
        return .array(
          try sorted(try arguments[0].asArray(), context) { try context.call(isBefore, [$0, $1]).asBool() })
      },
      array("func max() -> Element? where Element: Comparable", "The largest element; nil for an empty array.") {
        arguments, _ in
        .optional(try arguments[0].asArray().max(by: isLess))
      },
      array("func min() -> Element? where Element: Comparable", "The smallest element; nil for an empty array.") {
        arguments, _ in
        .optional(try arguments[0].asArray().min(by: isLess))
      },
      array(
        "func max(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element?",
        "The last element in the order that the function describes."
      ) { arguments, context in
        let isBefore = try arguments[1].asFunction()
        return .optional(try arguments[0].asArray().max { try context.call(isBefore, [$0, $1]).asBool() })
      },
      array(
        "func min(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element?",
        "The first element in the order that the function describes."
      ) { arguments, context in
        let isBefore = try arguments[1].asFunction()
        return .optional(try arguments[0].asArray().min { try context.call(isBefore, [$0, $1]).asBool() })
      },
    ]
  }

  static var arrayChanges: [Native] {
    [
      array("mutating func reverse()", "Turns the order around.") { arguments, _ in
        .array(try arguments[0].asArray().reversed())
      },
      array("mutating func swapAt(_ i: Int, _ j: Int)", "Exchanges two elements.") { arguments, _ in
        var elements = try arguments[0].asArray()
        let (i, j) = (try arguments[1].asInt(), try arguments[2].asInt())
        for index in [i, j] where !elements.indices.contains(index) {
          throw NativeFailure("index \(index) is out of range: the array has \(counted(elements.count, "element"))")
        }
        elements.swapAt(i, j)
        return .array(elements)
      },
      array("mutating func removeAll()", "Removes all elements.") { _, _ in .array([]) },
    ]
  }

  /// A merge sort: stable as Swift's, and safe with an order that contradicts itself.
  private static func sorted(
    _ elements: [Value], _ context: any NativeContext, by isBefore: (Value, Value) throws -> Bool
  ) throws -> [Value] {
    var (source, target) = (elements, elements)
    var width = 1
    while width < source.count {
      try context.poll()
      for start in stride(from: 0, to: source.count, by: 2 * width) {
        let middle = min(start + width, source.count)
        let end = min(start + 2 * width, source.count)
        var (left, right) = (start, middle)
        for place in start..<end {
          let takesRight = try left >= middle || (right < end && isBefore(source[right], source[left]))
          target[place] = takesRight ? source[right] : source[left]
          if takesRight { right += 1 } else { left += 1 }
        }
      }
      swap(&source, &target)
      width *= 2
    }
    return source
  }

  private static func length(_ value: Value) throws -> Int {
    let count = try value.asInt()
    guard count >= 0 else { throw NativeFailure("a number of elements cannot be negative, and \(count) is") }
    return count
  }
}

/// `1 element`, `3 elements`
func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
