#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Course {
  /// Finds the `Lessons` directory, and reads it.
  ///
  /// The first of these that is there: what the caller asks for (`--lessons`), the environment variable
  /// `CONVBOOK_LESSONS`, `Lessons` in the working directory or in one above it, and `Lessons` beside the executable or
  /// in a directory above it (a build's `.build/release/convbook` finds that of its package).
  package static func located(
    at requested: String? = nil, environment: (String) -> String? = environmentVariable,
    executable: String = executablePath(), workingDirectory: String = currentDirectory()
  ) throws(FileProblem) -> Course {
    if let requested { return try Course(directory: requested) }
    if let named = environment("CONVBOOK_LESSONS"), !named.isEmpty { return try Course(directory: named) }
    let places = ancestors(of: workingDirectory) + ancestors(of: executable).dropFirst()
    guard let place = places.first(where: holdsLessons) else {
      throw FileProblem("the lessons are not found: name their directory by --lessons or in CONVBOOK_LESSONS")
    }
    return try Course(directory: place == "/" ? "/Lessons" : place + "/Lessons")
  }
}

/// The path itself, the directory that holds it, and so on up to `/`.
private func ancestors(of path: String) -> [String] {
  guard path.hasPrefix("/") else { return [] }
  let parts = path.split(separator: "/")
  return (0...parts.count).reversed().map { "/" + parts.prefix($0).joined(separator: "/") }
}

/// Whether it has a `Lessons` directory with at least one numbered chapter in it: another project's folder of that
/// name is none of ours.
private func holdsLessons(_ directory: String) -> Bool {
  let lessons = (directory == "/" ? "" : directory) + "/Lessons"
  guard let chapters = try? fileNames(in: lessons) else { return false }
  return chapters.contains { $0.prefix(while: \.isNumber).count >= 2 && $0.contains("-") }
}

package func environmentVariable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

package func currentDirectory() -> String {
  guard let path = getcwd(nil, 0) else { return "/" }
  defer { free(path) }
  return String(cString: path)
}

/// Without `..` and symbolic links; the path itself where there is nothing.
package func absolutePath(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// The running program's file, with symbolic links resolved.
package func executablePath() -> String {
  #if os(Linux)
    let name = "/proc/self/exe"
  #else
    let name = CommandLine.arguments.first ?? ""
  #endif
  guard let path = realpath(name, nil) else { return "" }
  defer { free(path) }
  return String(cString: path)
}
