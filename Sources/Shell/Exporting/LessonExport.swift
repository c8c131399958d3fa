import Courseware
import Interpreter

/// Writes a lesson that was run in another format.
package struct LessonExport {
  package let document: LessonDocument

  package init(_ document: LessonDocument) { self.document = document }

  /// One file's text; nil for a package, which is a folder.
  package func text(as format: ExportFormat) -> String? {
    switch format {
    case .notebook: document.notebook
    case .html: LessonPage(document).html
    case .markdown: document.markdown
    case .package: nil
    }
  }

  /// Writes the file, or the folder of a package, and gives its path.
  ///
  /// - Parameters:
  ///   - path: Where to; nil for `rotated-kernel.html` in the working folder.
  ///   - convbook: Where a package finds Convbook: a folder, or the address of a repository.
  package func write(as format: ExportFormat, to path: String? = nil, convbook: String?) throws -> String {
    let id = document.lesson.id
    if let text = text(as: format) {
      let file = path ?? "\(id).\(format.rawValue)"
      try writeDocument(text, to: file)
      return file
    }
    guard let convbook else {
      throw ToolProblem("the package has to know where Convbook is: name its folder or its repository by --convbook-at")
    }
    let folder = path ?? id
    try writePackage(document.packageFiles(convbook: convbook), to: folder)
    return folder
  }
}

extension Course {
  /// The folder of Convbook's own package, where the lessons are in it.
  package var packageFolder: String? {
    let folder = directory.hasSuffix("/Lessons") ? String(directory.dropLast("/Lessons".count)) : directory + "/.."
    guard let manifest = try? readTextFile(folder + "/Package.swift"), manifest.contains("name: \"Convbook\"") else {
      return nil
    }
    return absolutePath(folder)
  }
}
