import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The commands that write lessons and files made of them.
@Suite struct AuthorTests {
  private let folder = Program.temporaryFolder()

  @Test func aNewLessonWorksAndSaysWhatIsLeft() {
    let file = folder + "/my-idea.md"
    let made = Program.run(["new", "lesson", "my-idea", "-o", file])
    #expect(made.status == 0)
    #expect(made.output.hasPrefix("Written: \(file)\n"))
    #expect(Program.run(["run", file]).status == 0)
    let validation = Program.run(["validate", file])
    #expect(validation.status == 1)
    #expect(
      validation.output.contains(
        ":3: this line is still the template's: title: REPLACE by the lesson's idea in one line\n"))
    let json = Program.run(["validate", "--json", file]).output
    #expect(json.contains("\"line\" : 3,\n          \"message\" : \"this line is still the template's"))
    #expect(json.contains("\"valid\" : false"))
    let again = Program.run(["new", "lesson", "my-idea", "-o", file])
    #expect(again.status == 2)
    #expect(again.errors == "convbook: there is a file '\(file)' already\n")
  }

  @Test(arguments: [
    (["new", "lesson", "My Idea"], "convbook: the name 'My Idea' is not made of small letters, digits and '-'\n"),
    (
      ["new", "lesson", "rotated-kernel"],
      "convbook: there is a lesson 'rotated-kernel' already, 05-backprop/01-rotated-kernel.md\n"
    ),
    (["export", "5.1", "--to", "swift", "-o", "-"], "convbook: a package is a folder, not a text: name one\n"),
    (
      ["export", "5.1", "--to", "md", "-o", "/nowhere/a.md"],
      "convbook: cannot write '/nowhere/a.md': No such file or directory\n"
    ),
    (["export", "5.1", "--to", "md", "-o", "/tmp"], "convbook: '/tmp' is a directory: name a file\n"),
    (["import", "/nowhere.ipynb"], "convbook: there is no file '/nowhere.ipynb'\n"),
    (["import", "/etc/passwd"], "convbook: '/etc/passwd' is not a Jupyter notebook\n"),
  ])
  func whatCannotBeDoneIsSaid(arguments: [String], sentence: String) {
    let result = Program.run(arguments + ["--home", folder])
    #expect(result.status == 2)
    #expect(result.errors == sentence)
  }

  @Test func anUnknownFormatIsWrongUsage() {
    let result = Program.run(["export", "5.1", "--to", "pdf"])
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("Error: The value 'pdf' is invalid for '--to <format>'."))
  }

  @Test func aNotebookComesBackAsTheLesson() {
    let notebook = folder + "/a.ipynb"
    let made = Program.run(["export", "5.1", "--to", "ipynb", "-o", notebook, "--home", folder])
    #expect(made.output == "Written: \(notebook)\n")
    let back = Program.run(["import", notebook])
    #expect(back.status == 0)
    #expect(back.output == Program.read(Program.lessons + "/05-backprop/01-rotated-kernel.md"))
  }

  @Test func aPageNeedsNothingElse() {
    let page = Program.run(["export", "5.1", "--to", "html", "-o", "-", "--home", folder]).output
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("<math><mrow><mi>∂</mi><mi>E</mi><mo>/</mo><mi>∂</mi><mi>O</mi></mrow></math>"))
    #expect(page.contains("<span class=\"magenta\">let</span> X = "))
    #expect(page.contains("O₁₁ = F₁₁X₁₁ + F₁₂X₁₂ + F₂₁X₂₁ + F₂₂X₂₂"))
    for outside in ["<script", "src=", "<link", "url(", "@import"] { #expect(!page.contains(outside)) }
  }

  @Test func aPackageHasTheLearnersAnswer() {
    let options = ["--home", folder, "--lessons", Program.smallCourse()]
    let learned = Program.run(["learn", "1.1"] + options, input: "\n2\n\(Program.twice)\n:check\n")
    #expect(learned.output.contains("Passed."))
    let package = folder + "/package"
    let unknown = Program.run(["export", "1.1", "--to", "swift", "-o", package] + options)
    #expect(unknown.status == 2)
    #expect(
      unknown.errors
        == "convbook: the package has to know where Convbook is: name its folder or its repository by --convbook-at\n")
    let made = Program.run(["export", "1.1", "--to", "swift", "-o", package, "--convbook-at", "/some"] + options)
    #expect(made.output == "Written: \(package)\n")
    let program = Program.read(package + "/Sources/Small/main.swift")
    #expect(program.contains("// Your answer.\n\n\(Program.twice)\n"))
    #expect(program.contains("// The lesson's own answer; yours goes here.\n\nfunc thrice("))
    #expect(Program.read(package + "/Package.swift").contains("path: \"/some\""))
  }

  @Test func thePromptExplainsTerms() {
    let result = Program.run(["learn", "5.1", "--home", folder], input: ":doc receptive fields\n")
    #expect(result.output.contains("\nreceptive field\n"))
    #expect(result.output.contains("The part of the input that can change one output element."))
  }

  @Test func theGraphIsDrawn() {
    let graph = Program.run(["list", "--graph"])
    #expect(graph.status == 0)
    #expect(graph.output.hasPrefix("flowchart LR\n"))
    #expect(graph.output.contains("    rotated_kernel[\"5.1 rotated-kernel\"]\n"))
    #expect(graph.output.contains("  convolution_by_hand --> rotated_kernel\n"))
  }
}
