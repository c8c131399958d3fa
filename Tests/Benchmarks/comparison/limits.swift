// What this machine can do at most, for `roofline.py`, which compiles this with `-march=native`: prints floating-point
// operations a second, then for several sizes how many bytes a second are copied, reading and writing counted.
// Takes the number of threads as its argument.

import CKernels
import Dispatch

let threads = Int(CommandLine.arguments[1])!

/// The shortest of several runs of `body` on all threads, in seconds.
func shortest(of runs: Int, _ body: @escaping @Sendable (_ thread: Int) -> Void) -> Double {
  let clock = ContinuousClock()
  return (0..<runs).map { _ in
    clock.measure { DispatchQueue.concurrentPerform(iterations: threads, execute: body) } / .seconds(1)
  }.min()!
}

/// Six independent chains of multiplying and adding: as many as AVX2 has registers for.
@Sendable @inline(never) func sixChains(_ steps: Int, _ factor: vector16) -> vector16 {
  var (a, b, c, d, e, f) = (factor, factor, factor, factor, factor, factor)
  for _ in 0..<steps {
    a = vector16_fma(a, factor, factor)
    b = vector16_fma(b, factor, factor)
    c = vector16_fma(c, factor, factor)
    d = vector16_fma(d, factor, factor)
    e = vector16_fma(e, factor, factor)
    f = vector16_fma(f, factor, factor)
  }
  return a + b + c + d + e + f
}

/// Twelve, which AVX-512 needs: two a cycle, each of four cycles.
@Sendable @inline(never) func twelveChains(_ steps: Int, _ factor: vector16) -> vector16 {
  var (a, b, c, d, e, f) = (factor, factor, factor, factor, factor, factor)
  var (g, h, i, j, k, l) = (factor, factor, factor, factor, factor, factor)
  for _ in 0..<steps {
    a = vector16_fma(a, factor, factor)
    b = vector16_fma(b, factor, factor)
    c = vector16_fma(c, factor, factor)
    d = vector16_fma(d, factor, factor)
    e = vector16_fma(e, factor, factor)
    f = vector16_fma(f, factor, factor)
    g = vector16_fma(g, factor, factor)
    h = vector16_fma(h, factor, factor)
    i = vector16_fma(i, factor, factor)
    j = vector16_fma(j, factor, factor)
    k = vector16_fma(k, factor, factor)
    l = vector16_fma(l, factor, factor)
  }
  return a + b + c + d + e + f + g + h + i + j + k + l
}

let steps = 1_000_000
func operations(chains: Int, _ body: @escaping @Sendable (Int, vector16) -> vector16) -> Double {
  let factor = vector16_all(Float(chains) / 32)
  let time = shortest(of: 5) { _ in
    // Never true, but the compiler does not know.
    if body(steps, factor)[0] == 0 { print("0") }
  }
  return Double(threads * chains * steps * 16 * 2) / time
}
print(max(operations(chains: 6, sixChains), operations(chains: 12, twelveChains)))

/// Ones, with room for what rounding to whole vectors takes.
func ones(_ count: Int) -> UnsafeMutablePointer<Float> {
  let memory = UnsafeMutableRawPointer.allocate(byteCount: 4 * count, alignment: 64)
  return memory.initializeMemory(as: Float.self, repeating: 1, count: count)
}

for megabytes in [1, 2, 4, 8, 16, 32, 64, 128] {
  // A quarter of a million floats are a megabyte; half of the memory is read, and each thread has its share.
  let share = (megabytes << 18) / (2 * threads) / 16 * 16
  nonisolated(unsafe) let from = ones(share * threads)
  nonisolated(unsafe) let to = ones(share * threads)
  let times = max(1, 128 / megabytes)
  let time = shortest(of: 5) { thread in
    for _ in 0..<times {
      for place in stride(from: thread * share, to: (thread + 1) * share, by: 16) {
        vector16_store(to + place, vector16_load(from + place))
      }
    }
  }
  print(megabytes << 20, Double(times * share * threads * 8) / time)
  from.deallocate()
  to.deallocate()
}
