import Tensors

extension ImageSet {
  /// The numbers of all images in a random order, cut into batches of one size; what is left over does not take part.
  package func shuffledBatches(of size: Int, _ random: inout Random) -> [[Int]] {
    var order = Array(0..<count)
    for last in order.indices.dropFirst().reversed() {
      // The high half of a product is a number from 0 to `last`.
      order.swapAt(last, Int(random.next().multipliedFullWidth(by: UInt64(last + 1)).high))
    }
    return cut(order, size).filter { $0.count == size }
  }

  /// The numbers of all images in their own order, cut into batches; the last one may be smaller.
  package func batches(of size: Int) -> [[Int]] { cut(Array(0..<count), size) }

  private func cut(_ order: [Int], _ size: Int) -> [[Int]] {
    precondition(size >= 1, "a batch has 1 image or more")
    return stride(from: 0, to: order.count, by: size).map { Array(order[$0..<min($0 + size, order.count)]) }
  }
}
