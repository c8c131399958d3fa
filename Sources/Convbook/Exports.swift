// `import Convbook` is all that a compiled program needs.
@_exported import Checking
@_exported import Interchange
@_exported import Operators
@_exported import Pictures
@_exported import Tensors
