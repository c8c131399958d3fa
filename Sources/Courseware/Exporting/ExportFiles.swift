#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file that somebody asked for by name. A terminal or a pipe is written to, never replaced.
package func writeDocument(_ text: String, to path: String) throws(FileProblem) {
  if isDirectory(path) { throw FileProblem("'\(path)' is a directory: name a file") }
  if isThere(path), !isRegularFile(path) { return try write(text, into: path) }
  try writeAtomically(text, to: path)
}

/// Writes the files of a Swift package. A folder that holds something else is left alone.
package func writePackage(_ files: [(path: String, text: String)], to folder: String) throws(FileProblem) {
  if isThere(folder), !isDirectory(folder) { throw FileProblem("'\(folder)' is a file: name a folder") }
  let isNew = try isThere(folder) ? fileNames(in: folder).isEmpty : true
  let mark = "// Made by `convbook export"
  guard isNew || ((try? readTextFile(folder + "/Package.swift"))?.contains(mark) ?? false) else {
    throw FileProblem("the folder '\(folder)' holds something else: name an empty one, or one that does not exist")
  }
  for (path, text) in files {
    try makeDirectory(folder + "/" + path.split(separator: "/").dropLast().joined(separator: "/"))
    try writeAtomically(text, to: folder + "/" + path)
  }
}

private func isRegularFile(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

/// Makes a folder that somebody named, with those above it.
package func makeFolder(_ path: String) throws(FileProblem) {
  if isThere(path), !isDirectory(path) { throw FileProblem("'\(path)' is a file, not a folder") }
  try makeDirectory(path)
}

/// Writes a file where there is none. False where there is one.
package func writeIfMissing(_ text: String, to path: String) throws(FileProblem) -> Bool {
  if isThere(path) { return false }
  try makeDirectory(path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
  try writeAtomically(text, to: path)
  return true
}
