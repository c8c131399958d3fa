import Interpreter
import Pictures
import Tensors

/// The engine, as the interpreter takes it: its types, and a native for each word that learners may type.
///
/// While the language runs, the engine's long loops ask the machine whether to go on. A run that fails leaves gradients
/// and recordings as they were.
package func engineLibrary() -> NativeLibrary {
  var library = generatedLibrary()
  library.aroundRun = { context, run in
    // Why a loop stopped is known to the machine, whose question it was.
    func drawn() {
      Easel.standing({ try context.show($0) }, { RecordingUndo.ifFailing(run) })
    }
    try? Interruption.allowing({ try context.poll() }, drawn)
  }
  return library
}
