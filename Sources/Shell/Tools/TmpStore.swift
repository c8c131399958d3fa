import Courseware
import Interpreter

extension ProgressStore {
  static func defaultHome() -> String { (environment("HOME") ?? "/tmp") + "/.local/share/convbook" }
  var historyFile: String? { nil }
}
func engineLibrary() -> NativeLibrary { NativeLibrary() }
