import Courseware
import Interpreter

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Opens `file` in the learner's editor and waits until it is closed. Gives a sentence if that was not possible.
func openEditor(_ file: String) -> String? {
  let names = [environment("VISUAL"), environment("EDITOR")].compactMap(\.self).filter { !$0.trimmed.isEmpty }
  let command = names.first ?? ["sensible-editor", "nano", "vim", "vi"].first(where: isInstalled) ?? "vi"
  // The shell splits `code --wait`; the file's name is handed over as it is.
  let arguments = ["/bin/sh", "-c", command + " \"$1\"", "sh", file]
  var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }

  // The editor gets the terminal's signals with their usual meaning; ours wait for it.
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var usual = sigset_t()
  sigemptyset(&usual)
  for number in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE] { sigaddset(&usual, number) }
  posix_spawnattr_setsigdefault(&attributes, &usual)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

  var process = pid_t()
  let problem = posix_spawn(&process, "/bin/sh", nil, &attributes, pointers, environ)
  if problem != 0 { return "the editor '\(command)' did not start: \(String(cString: strerror(problem)))" }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  _ = Signals.shared.takeInterrupt()
  let code = (status >> 8) & 0xFF
  if status & 0x7F == 0 && code == 127 { return "there is no editor '\(command)'; set EDITOR to the one you like" }
  return nil
}

struct EditorProblem: Error {
  let description: String
}

/// What `text` has become when the learner's editor is closed; nil where it is as it was.
func editedText(_ text: String) throws(EditorProblem) -> String? {
  var name = Array("/tmp/convbook-XXXXXX.swift".utf8CString)
  let descriptor = name.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.map { mkstemps($0, 6) } ?? -1 }
  if descriptor < 0 { throw EditorProblem(description: "no file for the editor: \(String(cString: strerror(errno)))") }
  let file = name.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { String(cString: $0) } ?? "" }
  defer { unlink(file) }
  let bytes = Array((text.hasSuffix("\n") || text.isEmpty ? text : text + "\n").utf8)
  let count = bytes.withUnsafeBytes { buffer in buffer.baseAddress.map { write(descriptor, $0, buffer.count) } ?? 0 }
  close(descriptor)
  if count < bytes.count { throw EditorProblem(description: "cannot write '\(file)'") }
  if let problem = openEditor(file) { throw EditorProblem(description: problem) }
  do {
    let edited = try readTextFile(file)
    return edited.trimmed == text.trimmed && !text.trimmed.isEmpty ? nil : edited
  } catch { throw EditorProblem(description: error.description) }
}

private func isInstalled(_ program: String) -> Bool {
  let folders = (environment("PATH") ?? "").split(separator: ":")
  return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
}
