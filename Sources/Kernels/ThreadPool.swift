internal import CKernels
internal import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The threads that large operators share.
///
/// A job is a number of chunks, and what to do for one. Whoever is free takes the next chunk, the thread that brought
/// the job as well. Workers that find nothing to do look again for a quarter of a millisecond, because the next operator
/// of a network comes soon, and then sleep.
package enum ThreadPool {
  /// How many threads compute at once, the calling one included. At first what `CONVBOOK_THREADS` says, else one for
  /// each core.
  package static var threads: Int {
    get { Workers.shared.threads }
    set { Workers.shared.use(min(max(newValue, 1), ThreadCount.limit)) }
  }

  /// Asked by the calling thread between two chunks; with true, a run ends early. Nobody asks at first.
  package static var shouldStop: @Sendable () -> Bool {
    get { Workers.shared.question.withLock { $0.shouldStop } }
    set { Workers.shared.question.withLock { $0.shouldStop = newValue } }
  }

  /// Calls `body` once for every chunk of `0..<chunks`, in any order and on several threads, and returns when all are
  /// done. Where a sum is cut into chunks must not depend on the number of threads: then results do not either.
  ///
  /// A run inside of a chunk, or beside another run, has only its own thread. Where `ThreadPool.shouldStop` says so, the
  /// rest of the chunks is left out: whoever can throw asks again after a run.
  package static func run(chunks: Int, _ body: (_ chunk: Int) -> Void) {
    if chunks == 1 {
      flushingDenormals { body(0) }
    } else if chunks > 1 {
      _ = run(chunks: chunks, shouldStop: shouldStop, body)
    }
  }

  /// The same with a question of its own: `shouldStop` is asked between two chunks, always on the calling thread.
  ///
  /// - Returns: False where chunks were left out.
  package static func run(chunks: Int, shouldStop: () -> Bool, _ body: (_ chunk: Int) -> Void) -> Bool {
    flushingDenormals { Workers.shared.run(chunks: max(chunks, 0), shouldStop: shouldStop, body) }
  }

  private static func flushingDenormals<Result>(_ body: () -> Result) -> Result {
    let before = kernels_flush_denormals()
    defer { kernels_restore_rounding(before) }
    return body()
  }
}

/// A function in a structure of its own. Bare in a `Mutex`, each reading would wrap it once more, and each call take
/// longer than the one before.
private struct Question {
  var shouldStop: @Sendable () -> Bool
}

/// What the threads share.
private final class Workers: @unchecked Sendable {
  static let shared = Workers()

  /// Of the current job, the number of chunks and the next one of them, in one word: 32 bits each. To take a chunk is to
  /// add 1. Whoever gets a number below that of the chunks has a part in the job, which cannot end without it.
  private let ticket = Atomic<UInt64>(0)
  private let unfinished = Atomic<Int>(0)
  /// Points to the job's closure, which lives on the caller's stack.
  private var job: UnsafePointer<(Int) -> Void>?
  /// A run has the workers. Another one meanwhile goes alone.
  private let isTaken = Atomic<Bool>(false)

  private let used = Atomic<Int>(1)
  private var started = 0
  let question = Mutex(Question(shouldStop: { false }))

  private let sleeping = Atomic<Int>(0)
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  private static let chunkLimit = 1 << 30
  /// How long a thread looks for work before it sleeps, in nanoseconds.
  private static let patience = 240_000

  private init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
    used.store(ThreadCount.atStart, ordering: .relaxed)
  }

  var threads: Int { used.load(ordering: .relaxed) }

  func use(_ count: Int) { used.store(count, ordering: .relaxed) }

  // MARK: - The calling thread

  func run(chunks: Int, shouldStop: () -> Bool, _ body: (Int) -> Void) -> Bool {
    precondition(chunks < Self.chunkLimit)
    let isAlone = threads == 1 || chunks == 1
    if isAlone || !isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged {
      for chunk in 0..<chunks {
        if chunk > 0 && shouldStop() { return false }
        body(chunk)
      }
      return true
    }
    defer { isTaken.store(false, ordering: .releasing) }
    startMissing()
    return withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { job in
        share(job, chunks, shouldStop)
      }
    }
  }

  private func share(_ job: UnsafePointer<(Int) -> Void>, _ chunks: Int, _ shouldStop: () -> Bool) -> Bool {
    self.job = job
    unfinished.store(chunks, ordering: .relaxed)
    ticket.store(UInt64(chunks) << 32, ordering: .sequentiallyConsistent)
    wakeSleepers()
    var isComplete = true
    while workOnOne() {
      guard isComplete, shouldStop() else { continue }
      // Nobody can take a chunk any more; those that were taken are waited for.
      let (count, next) = Self.split(ticket.exchange(0, ordering: .acquiringAndReleasing))
      let left = max(count - next, 0)
      isComplete = left == 0
      unfinished.subtract(left, ordering: .acquiringAndReleasing)
    }
    var rounds = 0
    while unfinished.load(ordering: .acquiring) > 0 {
      rounds &+= 1
      // With more threads than cores, the one that is waited for may need this core.
      if rounds % 512 == 0 { sched_yield() } else { kernels_pause() }
    }
    self.job = nil
    return isComplete
  }

  private static func split(_ ticket: UInt64) -> (chunks: Int, next: Int) {
    (Int(ticket >> 32), Int(ticket & 0xffff_ffff))
  }

  /// Takes a chunk and works on it; false where there is none.
  private func workOnOne() -> Bool {
    var (chunks, chunk) = Self.split(ticket.load(ordering: .relaxed))
    guard chunk < chunks else { return false }
    (chunks, chunk) = Self.split(ticket.add(1, ordering: .acquiringAndReleasing).oldValue)
    guard chunk < chunks else { return false }
    perform(chunk)
    unfinished.subtract(1, ordering: .releasing)
    return true
  }

  /// Its own function, so that the closure has been let go of when the chunk counts as finished.
  @inline(never)
  private func perform(_ chunk: Int) { job?.pointee(chunk) }

  private func wakeSleepers() {
    if sleeping.load(ordering: .sequentiallyConsistent) == 0 { return }
    pthread_mutex_lock(mutex)
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }

  // MARK: - Workers

  /// Only called by the run that has the workers.
  private func startMissing() {
    while started < threads - 1 {
      started += 1
      let number = started
      kernels_start_thread(
        { number in Workers.shared.work(as: Int(bitPattern: number)) }, UnsafeMutableRawPointer(bitPattern: number))
    }
  }

  /// What a worker does from its start on; `number` counts from 1.
  private func work(as number: Int) {
    _ = kernels_flush_denormals()
    while true {
      if number >= threads || !lookForWork() { sleep(as: number) }
    }
  }

  /// Works as soon as there is something to do; false if there was nothing for a while.
  private func lookForWork() -> Bool {
    var start = 0
    while true {
      for _ in 0..<64 {
        if workOnOne() {
          while workOnOne() {}
          return true
        }
        kernels_pause()
      }
      let now = kernels_nanoseconds()
      if start == 0 { start = now }
      if now - start > Self.patience { return false }
    }
  }

  private func sleep(as number: Int) {
    pthread_mutex_lock(mutex)
    sleeping.add(1, ordering: .sequentiallyConsistent)
    // Woken, it looks around for a while, also where others have done the work.
    if number >= threads || !hasWork { pthread_cond_wait(condition, mutex) }
    sleeping.subtract(1, ordering: .sequentiallyConsistent)
    pthread_mutex_unlock(mutex)
  }

  private var hasWork: Bool {
    let (chunks, next) = Self.split(ticket.load(ordering: .sequentiallyConsistent))
    return next < chunks
  }
}
