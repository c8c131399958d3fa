#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs `body` on a thread with a stack of 512 MB, and waits for it; at once if this is such a thread already.
///
/// Deeply nested programs are limited by counters, but the counters' limits need more stack than threads usually have.
/// The memory is reserved, not used: pages come as they are touched.
package func runOnLargeStack<Result>(_ body: () -> Result) -> Result {
  if LargeStack.isCurrent { return body() }
  return withoutActuallyEscaping(body) { body in
    let job = LargeStack.Job { () -> Result in body() }
    guard job.run() else { return body() }
    guard let result = job.result else { return body() }
    return result
  }
}

private enum LargeStack {
  static let size = 512 << 20
  /// Set on the threads that have a large stack.
  static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()
  static var isCurrent: Bool { pthread_getspecific(key) != nil }

  /// What a thread is started with; only one of the two threads uses it at a time.
  final class Job<Result>: AnyJob {
    let body: () -> Result
    var result: Result?
    init(_ body: @escaping () -> Result) { self.body = body }
    override func work() { result = body() }
  }

  class AnyJob {
    func work() {}

    /// Starts the thread and waits for its end. False where the system gives no such thread.
    func run() -> Bool {
      var attributes = pthread_attr_t()
      guard pthread_attr_init(&attributes) == 0 else { return false }
      defer { pthread_attr_destroy(&attributes) }
      guard pthread_attr_setstacksize(&attributes, LargeStack.size) == 0 else { return false }
      #if canImport(Glibc)
        var thread = pthread_t()
      #else
        var thread: pthread_t?
      #endif
      let argument = Unmanaged.passUnretained(self).toOpaque()
      let status = pthread_create(&thread, &attributes, largeStackEntry, argument)
      guard status == 0 else { return false }
      #if canImport(Glibc)
        pthread_join(thread, nil)
      #else
        if let thread { pthread_join(thread, nil) }
      #endif
      return true
    }
  }
}

#if canImport(Glibc)
  private func largeStackEntry(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    pthread_setspecific(LargeStack.key, argument)
    Unmanaged<LargeStack.AnyJob>.fromOpaque(argument).takeUnretainedValue().work()
    return nil
  }
#else
  private func largeStackEntry(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    pthread_setspecific(LargeStack.key, argument)
    Unmanaged<LargeStack.AnyJob>.fromOpaque(argument).takeUnretainedValue().work()
    return nil
  }
#endif
