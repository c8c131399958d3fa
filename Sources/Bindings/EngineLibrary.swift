import Interpreter
import Tensors

/// The engine, as the interpreter takes it: its types, and a native for each word that learners may type.
package func engineLibrary() -> NativeLibrary {
  var library = generatedLibrary()
  library.natives = library.natives.map { native in
    Native(
      owner: native.owner, native.signature, documentation: native.documentation,
      setter: native.setter.map(interruptible), body: interruptible(native.body))
  }
  return library
}

/// The same native, whose loops ask the machine whether to go on.
private func interruptible(_ body: @escaping NativeBody) -> NativeBody {
  { arguments, context in
    try Interruption.allowing({ try context.poll() }, { try body(arguments, context) })
  }
}
