#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file cannot be read, as a sentence for whoever named it.
package struct FileProblem: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String
  /// The line on which the text stops being text; 1 where the whole file is meant.
  package let line: Int

  init(_ description: String, line: Int = 1) {
    self.description = description
    self.line = line
  }
}

/// Reads a text file, with a sentence for everything that is not one.
///
/// Line ends become `\n`, and a byte order mark is left out.
package func readTextFile(_ path: String, maximumBytes: Int = 4 << 20) throws(FileProblem) -> String {
  try text(of: readFile(path, maximumBytes: maximumBytes), path: path)
}

/// Reads a file as it is.
func readFile(_ path: String, maximumBytes: Int) throws(FileProblem) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else {
    throw errno == ENOENT || errno == ENOTDIR
      ? FileProblem("there is no file '\(path)'")
      : FileProblem("cannot read '\(path)': \(String(cString: strerror(errno)))")
  }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileProblem("cannot read '\(path)'") }
  if status.st_mode & S_IFMT == S_IFDIR { throw FileProblem("'\(path)' is a directory, not a file") }
  if status.st_mode & S_IFMT != S_IFREG { throw FileProblem("'\(path)' is not a file that can be read") }
  if status.st_size > maximumBytes {
    throw FileProblem(
      "'\(path)' is too large: \(megabytes(Int(status.st_size))), and at most \(megabytes(maximumBytes)) are read")
  }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    guard count >= 0 else { throw FileProblem("cannot read '\(path)': \(String(cString: strerror(errno)))") }
    if count == 0 { break }
    bytes += chunk[..<count]
    if bytes.count > maximumBytes {
      throw FileProblem("'\(path)' is too large: at most \(megabytes(maximumBytes)) are read")
    }
  }
  return bytes
}

private func text(of bytes: [UInt8], path: String) throws(FileProblem) -> String {
  if bytes.contains(0) { throw FileProblem("'\(path)' is not a text file: it holds zero bytes") }
  guard var text = String(validating: bytes, as: UTF8.self) else {
    throw FileProblem("'\(path)' is not UTF-8 text", line: firstInvalidLine(bytes))
  }
  if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
  if bytes.contains(UInt8(ascii: "\r")) { text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") }
  return text
}

private func firstInvalidLine(_ bytes: [UInt8]) -> Int {
  let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
}

private func megabytes(_ bytes: Int) -> String {
  bytes < 1 << 20 ? "\((bytes + 1023) >> 10) KB" : "\((bytes + (1 << 20) - 1) >> 20) MB"
}
