import Interpreter

/// The engine, as the interpreter takes it: its types, and a native for each word that learners may type.
package func engineLibrary() -> NativeLibrary {
  generatedLibrary()
}
