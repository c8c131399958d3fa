import Foundation
import Kernels
import Synchronization
import Testing

/// One after the other: all of them set the number of threads.
@Suite(.serialized)
struct ThreadPoolTests {
  private func withThreads(_ count: Int, _ body: () throws -> Void) rethrows {
    let before = ThreadPool.threads
    ThreadPool.threads = count
    defer { ThreadPool.threads = before }
    try body()
  }

  @Test(arguments: [1, 2, 3, 9])
  func everyChunkRunsOnce(threads: Int) {
    withThreads(threads) {
      for chunks in [0, 1, 2, 3, 7, 64, 1000] {
        for _ in 0..<20 {
          let calls = UnsafeMutablePointer<Int>.allocate(capacity: chunks)
          calls.initialize(repeating: 0, count: chunks)
          defer { calls.deallocate() }
          ThreadPool.run(chunks: chunks) { calls[$0] += 1 }
          #expect((0..<chunks).allSatisfy { calls[$0] == 1 })
        }
      }
    }
  }

  @Test func aRunInsideOfAChunkEnds() {
    withThreads(3) {
      let sum = Atomic<Int>(0)
      ThreadPool.run(chunks: 8) { outer in
        ThreadPool.run(chunks: 8) { inner in _ = sum.add(outer * 8 + inner, ordering: .relaxed) }
      }
      #expect(sum.load(ordering: .relaxed) == (0..<64).reduce(0, +))
    }
  }

  @Test func runsBesideEachOtherEnd() async {
    let sums = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let sum = Atomic<Int>(0)
          for _ in 0..<500 {
            ThreadPool.run(chunks: 10) { _ = sum.add($0, ordering: .relaxed) }
          }
          return sum.load(ordering: .relaxed)
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums == [22500, 22500, 22500, 22500])
  }

  /// A question that is wrapped once more at each run ends with a stack overflow here.
  @Test func aRunTakesNoLongerThanTheOneBefore() {
    withThreads(1) {
      for _ in 0..<200_000 { _ = ThreadPool.shouldStop }
      #expect(!ThreadPool.shouldStop())
    }
  }

  @Test(arguments: [1, 3])
  func aRunStopsBetweenChunks(threads: Int) {
    withThreads(threads) {
      let calls = Atomic<Int>(0)
      let isComplete = ThreadPool.run(chunks: 100_000, shouldStop: { calls.load(ordering: .relaxed) > 50 }) { _ in
        // Slow from then on: on a busy machine the others could be done before the caller asks again.
        if calls.add(1, ordering: .relaxed).newValue > 50 { usleep(200) }
      }
      #expect(!isComplete)
      #expect(calls.load(ordering: .relaxed) < 100_000)
      // The next run has nothing left over from this one.
      let sum = Atomic<Int>(0)
      #expect(ThreadPool.run(chunks: 100, shouldStop: { false }) { _ = sum.add($0, ordering: .relaxed) })
      #expect(sum.load(ordering: .relaxed) == 4950)
    }
  }

  #if arch(x86_64)
    @Test func chunksFlushNumbersThatAreTooSmallAndOthersDoNot() {
      // From text, so that the compiler does not compute the half itself.
      let small = Float("1.2e-38") ?? 0
      func half() -> Float { small / Float(ThreadPool.threads - 1) }
      withThreads(3) {
        let nonzero = Atomic<Int>(0)
        ThreadPool.run(chunks: 50) { _ in
          if half() != 0 { nonzero.add(1, ordering: .relaxed) }
        }
        #expect(nonzero.load(ordering: .relaxed) == 0)
        #expect(half() != 0)
      }
    }
  #endif

  @Test func theEnvironmentNamesANumberOfThreads() {
    #expect(ThreadCount.choice(nil, cores: 4) == (4, nil))
    #expect(ThreadCount.choice("", cores: 4) == (4, nil))
    #expect(ThreadCount.choice("3", cores: 4) == (3, nil))
    #expect(ThreadCount.choice("7", cores: 4) == (7, nil))
    for text in ["0", "-1", "four", "2.5", "100000", "99999999999999999999"] {
      let choice = ThreadCount.choice(text, cores: 4)
      #expect(choice.count == 4)
      #expect(
        choice.complaint
          == "CONVBOOK_THREADS is a whole number from 1 to 256, and not \"\(text)\": taking 4 threads, one for each core"
      )
    }
  }
}

struct ProcessorLevelTests {
  @Test func theEnvironmentNamesALevel() {
    #expect(ProcessorLevel.choice(nil, best: .avx2) == (.avx2, nil))
    #expect(ProcessorLevel.choice("base", best: .avx2) == (.base, nil))
    #expect(ProcessorLevel.choice("avx2", best: .avx512) == (.avx2, nil))
    #expect(
      ProcessorLevel.choice("avx512", best: .avx2)
        == (.avx2, "CONVBOOK_KERNELS is avx512, which this processor lacks: taking avx2"))
    #expect(
      ProcessorLevel.choice("neon", best: .base)
        == (.base, "CONVBOOK_KERNELS is base, avx2 or avx512, and not \"neon\": taking base"))
  }
}
