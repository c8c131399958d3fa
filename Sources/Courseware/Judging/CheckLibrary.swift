import Interpreter

/// The words that only check blocks have.
func checkLibrary(recorder: Recorder) -> NativeLibrary { NativeLibrary() }
