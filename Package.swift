// swift-tools-version: 6.2
import PackageDescription

let swiftSyntax = ["SwiftSyntax", "SwiftParser"].map { Target.Dependency.product(name: $0, package: "swift-syntax") }
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// The levels beside `KernelsBase`, for the processors that know them.
let widerLevels: [Target.Dependency] = ["KernelsV3", "KernelsV4"].map {
  .target(name: $0, condition: .when(platforms: [.linux, .macOS]))
}

/// One compilation of the kernels. Swift takes the processor's features from the C importer.
func kernelLevel(_ name: String, march: String?) -> Target {
  #if arch(x86_64)
    // The level that is for every processor meets here what it meets on others: a `char` without a sign.
    let processor = march.map { ["-Xcc", "-march=\($0)"] } ?? ["-Xcc", "-funsigned-char"]
  #else
    let processor: [String] = []
  #endif
  return .target(
    name: name, dependencies: ["CKernels", "KernelInterface"], exclude: ["README.md"],
    swiftSettings: [
      .unsafeFlags(["-Ounchecked", "-enforce-exclusivity=unchecked"] + processor),
      .define(name.uppercased()),
    ])
}

let package = Package(
  name: "Convbook",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Convbook", targets: ["Convbook"]),
    .executable(name: "convbook", targets: ["ConvbookCommand"]),
    .library(name: "BenchmarkBridge", type: .dynamic, targets: ["BenchmarkBridge"]),
  ],
  dependencies: [
    .package(url: "https://github.com/swiftlang/swift-syntax.git", "603.0.0"..<"604.0.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
  ],
  targets: [
    // System libraries
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .systemLibrary(
      name: "CReadline", pkgConfig: "readline",
      providers: [.apt(["libreadline-dev"]), .brew(["readline"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),

    // Fast loops over plain memory. The three levels are the same files (two of the folders are links to the first),
    // compiled for any processor, for AVX2 with FMA, and for AVX-512; `Kernels` takes the best one at run time.
    .systemLibrary(name: "CKernels"),
    .target(name: "KernelInterface"),
    kernelLevel("KernelsBase", march: nil),
    kernelLevel("KernelsV3", march: "x86-64-v3"),
    kernelLevel("KernelsV4", march: "x86-64-v4"),
    .target(name: "Kernels", dependencies: ["CKernels", "KernelInterface", "KernelsBase"] + widerLevels),

    // The engine: knows nothing of the language
    .target(name: "Tensors", dependencies: ["COpenBLAS", "Kernels"]),
    .target(name: "Operators", dependencies: ["Kernels", "Tensors"]),
    .target(name: "Layers", dependencies: ["Operators", "Tensors"]),
    .target(name: "Architectures", dependencies: ["Layers", "Tensors"]),
    .target(name: "Checking", dependencies: ["Tensors", "Operators"]),
    .target(name: "Interchange", dependencies: ["Tensors"]),
    .target(name: "Training", dependencies: ["Interchange", "Kernels", "Layers", "Operators", "Tensors"]),
    .target(name: "Pictures", dependencies: ["Tensors"]),
    .target(
      name: "Benchmarks",
      dependencies: ["Architectures", "Checking", "Kernels", "Layers", "Operators", "Tensors", "Training"]),
    .target(name: "Convbook", dependencies: ["Tensors", "Operators", "Checking", "Interchange", "Pictures"]),

    // The language: knows nothing of tensors
    .target(name: "Interpreter", dependencies: [] + swiftSyntax, exclude: ["README.md"]),

    // Where the two meet
    .target(name: "BindingGenerator", dependencies: [] + swiftSyntax),
    .executableTarget(name: "bindgen", dependencies: ["BindingGenerator", argumentParser]),
    .target(
      name: "Bindings", dependencies: ["Interpreter", "Tensors", "Operators", "Checking", "Interchange", "Pictures"]),

    // The tutor
    .target(
      name: "Courseware", dependencies: ["Interpreter", "Bindings", "Checking", "Tensors", "Pictures", "CMarkdown"]),
    .target(
      name: "Shell",
      dependencies: [
        "Architectures", "Benchmarks", "Bindings", "Courseware", "Interpreter", "Kernels", "Layers", "Operators",
        "Pictures", "Tensors", "Training", "CReadline", "CMarkdown",
      ]),
    .executableTarget(name: "ConvbookCommand", dependencies: ["Shell", argumentParser]),

    // Random programs, for tests and for `language-fuzz`; nothing that a learner installs
    .target(name: "ProgramGenerator", dependencies: ["Interpreter"], path: "Tests/ProgramGenerator"),
    .executableTarget(
      name: "language-fuzz", dependencies: ["ProgramGenerator", "Interpreter", "Bindings", argumentParser],
      path: "Tests/LanguageFuzz"),

    // Every operator beside what PyTorch computes, for tests and for `conformance`
    .target(
      name: "OperatorCases", dependencies: ["Tensors", "Operators", "Checking", "Interchange"],
      path: "Tests/OperatorCases"),
    .executableTarget(name: "conformance", dependencies: ["OperatorCases"], path: "Tests/Conformance"),
    // Times operations on small tensors; nothing that a learner installs
    .executableTarget(
      name: "engine-benchmark", dependencies: ["Operators", "Tensors"], path: "Tests/Benchmarks/EngineBenchmark"),
    // The engine for Python, in a dynamic library: `compare_pytorch.py` runs it beside PyTorch
    .target(
      name: "BenchmarkBridge",
      dependencies: ["Architectures", "Checking", "Kernels", "Layers", "Operators", "Tensors", "Training"],
      path: "Tests/Benchmarks/Bridge"),

    .testTarget(
      name: "KernelsTests", dependencies: ["Kernels", "KernelInterface", "KernelsBase"] + widerLevels),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors", "Kernels"]),
    .testTarget(
      name: "OperatorsTests", dependencies: ["Operators", "Kernels", "Tensors", "Checking", "OperatorCases"]),
    .testTarget(name: "LayersTests", dependencies: ["Layers", "Operators", "Tensors"]),
    .testTarget(name: "ArchitecturesTests", dependencies: ["Architectures", "Layers", "Tensors"]),
    .testTarget(name: "TrainingTests", dependencies: ["Training", "Layers", "Operators", "Tensors"]),
    .testTarget(name: "BenchmarksTests", dependencies: ["Benchmarks"]),
    .testTarget(name: "CheckingTests", dependencies: ["Checking", "Operators", "Tensors"]),
    .testTarget(name: "PicturesTests", dependencies: ["Pictures", "Tensors", "Operators"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "Tensors"], exclude: ["Files"]),
    .testTarget(name: "InterpreterTests", dependencies: ["Interpreter"]),
    .testTarget(name: "ShellTests", dependencies: ["Shell", "Interpreter", "Courseware"]),
    .testTarget(name: "CommandTests", dependencies: ["ConvbookCommand"]),
    .testTarget(name: "CoursewareTests", dependencies: ["Courseware", "Interpreter", "Bindings"]),
    .testTarget(
      name: "LessonTests", dependencies: ["Courseware", "Interpreter", "Bindings"], exclude: ["Answers", "Catalogue"]),
    .testTarget(name: "BindingGeneratorTests", dependencies: ["BindingGenerator"]),
    .testTarget(
      name: "BindingsTests",
      dependencies: [
        "Bindings", "BindingGenerator", "Interpreter", "Tensors", "Checking", "Interchange",
      ],
      exclude: ["Cells"]),
    .testTarget(name: "LanguageFuzzTests", dependencies: ["ProgramGenerator", "Interpreter", "language-fuzz"]),
    .testTarget(name: "LanguageTests", dependencies: ["Interpreter", "ProgramGenerator"], exclude: ["Scripts"]),
    .testTarget(
      name: "ConvbookTests", dependencies: ["Convbook", "BindingGenerator", "Bindings", "Interpreter"],
      exclude: ["Scripts"]),
    // The tree itself: what the README promises, file lengths, who imports whom
    .testTarget(name: "RepositoryTests"),
  ],
  swiftLanguageModes: [.v6]
)
