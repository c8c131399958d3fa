import Interpreter
import Pictures

/// What `show`, `plot` and `histogram` draw travels through the language as it is.
extension Picture: Display {}
