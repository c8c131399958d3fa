import Interpreter
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the system tells the shell while it waits or works: Ctrl-C, a new window size, the end.
///
/// Handlers only set a flag and write one byte to a pipe; whoever waits for the keyboard waits for the pipe as well, so
/// that no signal is lost between looking and waiting.
package final class Signals: Sendable {
  package static let shared = Signals()

  private let interrupted = Atomic<Bool>(false)
  private let resized = Atomic<Bool>(false)
  private let resumed = Atomic<Bool>(false)
  private let ended = Atomic<Bool>(false)
  private let readEnd: Int32
  private let writeEnd: Int32

  private init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    readEnd = ends[0]
    writeEnd = ends[1]
    for end in ends {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  /// Writing into a pipe that nobody reads, or into a file that may not grow, is an error that can be looked at, not the
  /// end.
  package static func ignoreBrokenPipes() { for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) } }

  /// Takes the signals over for a session at a keyboard, without SA_RESTART, so that waiting stops for them. Without a
  /// keyboard they keep their usual meaning: Ctrl-C ends the program.
  package func install() {
    handle(SIGINT) { _ in Signals.shared.interruptArrived() }
    handle(SIGWINCH) { _ in Signals.shared.arrived(Signals.shared.resized) }
    handle(SIGCONT) { _ in Signals.shared.arrived(Signals.shared.resumed) }
    for ending in [SIGTERM, SIGHUP] {
      handle(ending) { _ in
        Signals.shared.arrived(Signals.shared.ended)
        runningCell?.raise()
      }
    }
  }

  private func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
    sigemptyset(&action.sa_mask)
    action.sa_flags = 0
    _ = sigaction(number, &action, nil)
  }

  /// While `body` works, Ctrl-C raises `flag` and does nothing else.
  package func interrupting<Result, Failure: Error>(
    _ flag: InterruptFlag, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    flag.clear()
    runningCell = flag
    // Ctrl-C right behind Enter may be faster than the cell's start, and means the cell.
    if takeInterrupt() { flag.raise() }
    defer {
      runningCell = nil
      _ = takeInterrupt()
    }
    return try body()
  }

  private func interruptArrived() {
    if let flag = runningCell { flag.raise() } else { arrived(interrupted) }
  }

  private func arrived(_ what: borrowing Atomic<Bool>) {
    what.store(true, ordering: .releasing)
    let saved = errno
    var byte: UInt8 = 0
    _ = write(writeEnd, &byte, 1)
    errno = saved
  }

  package func takeInterrupt() -> Bool { interrupted.exchange(false, ordering: .acquiringAndReleasing) }
  func takeResize() -> Bool { resized.exchange(false, ordering: .acquiringAndReleasing) }
  func takeResume() -> Bool { resumed.exchange(false, ordering: .acquiringAndReleasing) }
  /// The terminal went away, or somebody asked the program to end.
  package var hasEnded: Bool { ended.load(ordering: .acquiring) }

  /// Whether something is there to be read now.
  func hasInput(_ descriptor: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }

  /// Waits until there is something to read, or a signal. True if there is something to read.
  func waitForInput(_ descriptor: Int32) -> Bool { wait(for: [descriptor], milliseconds: -1)[0] }

  /// Waits until there is something to read at one of the descriptors, or a signal, or the time is over (-1: never).
  ///
  /// - Returns: For each descriptor whether there is something to read; a negative one has nothing.
  func wait(for descriptors: [Int32], milliseconds: Int32) -> [Bool] {
    var waiting = (descriptors + [readEnd]).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = poll(&waiting, nfds_t(waiting.count), milliseconds)
    if count < 0 { return descriptors.map { _ in false } }
    if waiting[descriptors.count].revents != 0 {
      var bytes = [UInt8](repeating: 0, count: 64)
      while read(readEnd, &bytes, bytes.count) > 0 {}
    }
    return waiting.dropLast().map { $0.revents != 0 }
  }
}

/// Set around each cell by the thread that runs it, read by the handler: a plain variable, because a handler must not wait.
nonisolated(unsafe) private var runningCell: InterruptFlag?
