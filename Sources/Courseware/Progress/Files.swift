#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes a directory and those above it.
func makeDirectory(_ path: String) throws(FileProblem) {
  if isDirectory(path) { return }
  var made = path.hasPrefix("/") ? "" : "."
  for part in path.split(separator: "/") {
    made += "/" + part
    if mkdir(made, 0o755) != 0 {
      let cause = errno == EEXIST ? ENOTDIR : errno
      if isDirectory(made) { continue }
      throw FileProblem("cannot make the directory '\(made)': \(String(cString: strerror(cause)))")
    }
  }
}

/// Writes a whole file so that a reader, or a process that is killed in the middle, sees the old text or the new one.
///
/// - Parameter isDurable: Whether that holds for a machine that loses its power as well; it takes some milliseconds.
package func writeAtomically(_ text: String, to path: String, isDurable: Bool = true) throws(FileProblem) {
  // A file that is linked from elsewhere stays linked
  let path = absolutePath(path)
  let temporary = "\(path).\(getpid())\(temporarySuffix)"
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw writeProblem(path) }
  let isWritten = writeAll(Array(text.utf8), to: descriptor) && (!isDurable || fsync(descriptor) == 0)
  let cause = errno
  close(descriptor)
  guard isWritten, rename(temporary, path) == 0 else {
    errno = isWritten ? errno : cause
    let problem = writeProblem(path)
    unlink(temporary)
    throw problem
  }
}

private let temporarySuffix = ".new"

/// Writes into what is there already: a terminal, a pipe.
func write(_ text: String, into path: String) throws(FileProblem) {
  let descriptor = open(path, O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw writeProblem(path) }
  defer { close(descriptor) }
  if !writeAll(Array(text.utf8), to: descriptor) { throw writeProblem(path) }
}

/// Removes what processes left in a directory that were killed while they wrote.
func removeLeftovers(in directory: String) {
  for name in (try? fileNames(in: directory)) ?? [] where name.hasSuffix(temporarySuffix) {
    let parts = name.split(separator: ".")
    if parts.count > 2, let process = pid_t(parts[parts.count - 2]), kill(process, 0) != 0, errno == ESRCH {
      unlink("\(directory)/\(name)")
    }
  }
}

/// Adds a whole line to the end of a file, or nothing. What somebody else left there without a line end is ended first.
func append(line: String, to path: String) throws(FileProblem) {
  let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw writeProblem(path) }
  defer { close(descriptor) }
  lock(descriptor)
  let size = lseek(descriptor, 0, SEEK_END)
  var last: UInt8 = 0
  let isTorn = size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != UInt8(ascii: "\n")
  if !writeAll(Array(((isTorn ? "\n" : "") + line + "\n").utf8), to: descriptor) {
    let problem = writeProblem(path)
    _ = ftruncate(descriptor, size)
    throw problem
  }
}

/// Keeps other processes out while `body` runs.
func locked<Result>(_ path: String, _ body: () throws(FileProblem) -> Result) throws(FileProblem) -> Result {
  let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw writeProblem(path) }
  defer { close(descriptor) }
  lock(descriptor)
  return try body()
}

/// Waits for the lock; it ends with the process that has it, so none can be left behind. One that is held for longer than
/// two seconds belongs to a process that was stopped in the middle, and is not waited for.
private func lock(_ descriptor: Int32) {
  for _ in 0..<400 {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK && errno != EINTR { return }
    usleep(5_000)
  }
}

/// Says whether somebody else has this file claimed, and claims it until the process ends or the claim is released.
final class Claim {
  let isShared: Bool
  private let descriptor: Int32

  init(_ path: String) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    isShared = file >= 0 && flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
    if file >= 0 { _ = flock(file, LOCK_SH | LOCK_NB) }
    descriptor = file
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}

private func writeProblem(_ path: String) -> FileProblem {
  FileProblem("cannot write '\(path)': \(String(cString: strerror(errno)))")
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}

func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

func isDirectory(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

func removeIfThere(_ path: String) throws(FileProblem) {
  if unlink(path) != 0, errno != ENOENT { throw writeProblem(path) }
}

func rename(_ path: String, to target: String) throws(FileProblem) {
  if rename(path, target) != 0 { throw writeProblem(path) }
}
