#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Tells which of some files were saved since it was asked last.
///
/// What counts is a file's own stamp: its time, size and identity. So it does not matter whether an editor writes into the
/// file or puts a new one in its place. On Linux the system says at once when it is worth looking (inotify); everywhere,
/// also on a network's disk, one looks every now and then.
final class FileWatcher {
  private struct Stamp: Equatable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let identity: UInt64
  }

  private var stamps: [String: Stamp] = [:]
  private var folders: Set<String> = []
  /// Readable when something happened in one of the folders; -1 where the system does not tell.
  let descriptor: Int32

  init() {
    #if os(Linux)
      descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    #else
      descriptor = -1
    #endif
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Looks at these files from now on; as they are is how they were.
  func watch(_ files: [String]) {
    for file in files where stamps[file] == nil {
      stamps[file] = Self.stamp(file) ?? Stamp(seconds: 0, nanoseconds: 0, size: -1, identity: 0)
      watchFolder(of: file)
    }
  }

  private func watchFolder(of file: String) {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    guard descriptor >= 0, !folders.contains(folder) else { return }
    #if os(Linux)
      let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE)
      if inotify_add_watch(descriptor, folder.isEmpty ? "/" : folder, events) >= 0 { folders.insert(folder) }
    #endif
  }

  /// Files that were saved since, in the order of their names. A file that is gone is reported when it is there again.
  func saved() -> [String] {
    forgetEvents()
    var saved: [String] = []
    for (file, old) in stamps {
      guard let new = Self.stamp(file) else {
        stamps[file] = Stamp(seconds: 0, nanoseconds: 0, size: -1, identity: 0)
        continue
      }
      if new == old { continue }
      stamps[file] = new
      saved.append(file)
      watchFolder(of: file)
    }
    return saved.sorted()
  }

  private func forgetEvents() {
    guard descriptor >= 0 else { return }
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }

  private static func stamp(_ file: String) -> Stamp? {
    var status = stat()
    guard stat(file, &status) == 0 else { return nil }
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return Stamp(
      seconds: time.tv_sec, nanoseconds: time.tv_nsec, size: Int(status.st_size), identity: UInt64(status.st_ino))
  }
}
