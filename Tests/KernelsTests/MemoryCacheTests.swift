import Kernels
import Testing

struct MemoryCacheTests {
  @Test func blocksOfAnySizeAreAlignedAndLargeEnough() {
    for count in [0, 1, 63, 64, 65, 100, 1023, 1024, 1025, 1_281, 70_001, 3_000_000] {
      let (a, b) = (AlignedBuffer(count: count), AlignedBuffer(count: count))
      #expect(Int(bitPattern: a.base) % MemoryCache.alignment == 0)
      for i in 0..<count { a.base[i] = Float(i) }
      for i in 0..<count { b.base[i] = -1 }
      #expect((0..<count).allSatisfy { a.base[$0] == Float($0) }, "two living blocks of \(count) numbers overlap")
    }
  }

  /// Sizes that nothing else in these tests asks for, so that the list belongs to this test.
  @Test func freedBlocksAreUsedAgain() {
    let count = 23_456_789
    let first = Int(bitPattern: AlignedBuffer(count: count).base)
    #expect(Int(bitPattern: AlignedBuffer(count: count).base) == first)
    // The same class: less than a quarter of a power of two apart.
    #expect(Int(bitPattern: AlignedBuffer(count: count - 1000).base) == first)
    #expect(Int(bitPattern: AlignedBuffer(count: count * 2).base) != first)
  }

  @Test func manyThreadsShareTheCache() async {
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          var kept: [AlignedBuffer] = []
          for round in 0..<2000 {
            let buffer = AlignedBuffer(count: 1 + (round * 37 + task * 101) % 5000)
            buffer.base[0] = Float(task)
            buffer.base[buffer.count - 1] = Float(task)
            kept.append(buffer)
            if kept.count > 20 { kept.removeFirst(1 + round % 20) }
            guard kept.allSatisfy({ $0.base[0] == Float(task) && $0.base[$0.count - 1] == Float(task) }) else {
              return false
            }
          }
          return true
        }
      }
      for await isIntact in group { #expect(isIntact) }
    }
  }
}
