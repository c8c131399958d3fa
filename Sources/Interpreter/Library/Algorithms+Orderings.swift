extension Algorithms {
  /// Sorts `source` by merging; `isRightFirst` compares the next elements of two runs.
  private static func merging(_ isRightFirst: String) -> String {
    """
            var target = source
            var width = 1
            while width < source.count {
              var start = 0
              while start < source.count {
                var left = start
                var right = start + width < source.count ? start + width : source.count
                let middle = right
                let end = start + 2 * width < source.count ? start + 2 * width : source.count
                for place in start..<end {
                  if left < middle && (right >= end || !(\(isRightFirst))) {
                    target[place] = source[left]
                    left += 1
                  } else {
                    target[place] = source[right]
                    right += 1
                  }
                }
                start += 2 * width
              }
              swap(&source, &target)
              width *= 2
            }
            return source
    """
  }

  static let orderings = """
    extension Sequence where Element: Comparable {
      /// The elements in increasing order.
      func sorted() -> [Element] {
        var source = Array(self)
        if source.count < 2 || source._sortPlain() { return source }
    \(merging("source[right] < source[left]"))
      }
      /// The smallest element; nil if there are none.
      func min() -> Element? {
        var result: Element? = nil
        for element in self {
          if let best = result { if element < best { result = element } } else { result = element }
        }
        return result
      }
      /// The largest element; nil if there are none.
      func max() -> Element? {
        var result: Element? = nil
        for element in self {
          if let best = result { if best < element { result = element } } else { result = element }
        }
        return result
      }
    }
    extension Sequence {
      /// The elements in the order that the function describes.
      func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element] {
        var source = Array(self)
        if source.count < 2 { return source }
    \(merging("try areInIncreasingOrder(source[right], source[left])"))
      }
      /// The first element in the order that the function describes.
      func min(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
        var result: Element? = nil
        for element in self {
          if let best = result {
            if try areInIncreasingOrder(element, best) { result = element }
          } else {
            result = element
          }
        }
        return result
      }
      /// The last element in the order that the function describes.
      func max(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
        var result: Element? = nil
        for element in self {
          if let best = result {
            if try areInIncreasingOrder(best, element) { result = element }
          } else {
            result = element
          }
        }
        return result
      }
    }

    """
}
