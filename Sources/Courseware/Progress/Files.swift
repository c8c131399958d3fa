#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes a directory and those above it.
func makeDirectory(_ path: String) throws(FileProblem) {
  var made = path.hasPrefix("/") ? "" : "."
  for part in path.split(separator: "/") {
    made += "/" + part
    if mkdir(made, 0o755) != 0, errno != EEXIST {
      throw FileProblem("cannot make the directory '\(made)': \(String(cString: strerror(errno)))")
    }
  }
}

/// Writes a whole file so that a reader, or a machine that stops in the middle, sees the old text or the new one.
func writeAtomically(_ text: String, to path: String) throws(FileProblem) {
  let temporary = "\(path).\(getpid()).new"
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw writeProblem(path) }
  let isWritten = writeAll(Array(text.utf8), to: descriptor) && fsync(descriptor) == 0
  let cause = errno
  close(descriptor)
  guard isWritten, rename(temporary, path) == 0 else {
    errno = isWritten ? errno : cause
    let problem = writeProblem(path)
    unlink(temporary)
    throw problem
  }
}

/// Adds to the end of a file by a single write: what one process adds is never torn by another.
func append(_ text: String, to path: String) throws(FileProblem) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw writeProblem(path) }
  defer { close(descriptor) }
  guard writeAll(Array(text.utf8), to: descriptor) else { throw writeProblem(path) }
}

/// Keeps other processes out while `body` runs.
func locked<Result>(_ path: String, _ body: () throws(FileProblem) -> Result) throws(FileProblem) -> Result {
  let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw writeProblem(path) }
  defer { close(descriptor) }
  while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  return try body()
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

func removeIfThere(_ path: String) throws(FileProblem) {
  if unlink(path) != 0, errno != ENOENT { throw writeProblem(path) }
}

func rename(_ path: String, to target: String) throws(FileProblem) {
  if rename(path, target) != 0 { throw writeProblem(path) }
}
