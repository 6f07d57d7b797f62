import Proceedings
import Testing

@Suite("BibTeX")
struct BibTeXTests {
  @Test("What LaTeX would run or BibTeX would count is written as a command")
  func escaping() throws {
    let entry = try SampleVolume.make().bibTeX(of: SampleVolume.hostile)
    let title = try #require(entry.split(separator: "\n").first { $0.contains("  title ") })
    #expect(title.contains("{\\textless}script{\\textgreater}"))
    #expect(title.contains("\\& {{\\textbraceleft}PyTorch{\\textbraceright}} at 100\\% {\\textbackslash} of"))
    #expect(title.contains("{``GPU\\_Speed''}"))
    #expect(entry.contains("doi        = {10.5555/mlsys.2026.<17>}"))
  }

  @Test("Braces balance in every file, whatever was typed")
  func balance() throws {
    let volume = try SampleVolume.make { $0.sessions[0].papers[0].title = "}{ }} \\} \u{1}" }
    for text in [volume.bibTeX, volume.pmlrBibTeX] {
      var depth = 0
      for character in text {
        if character == "{" { depth += 1 }
        if character == "}" { depth -= 1 }
        #expect(depth >= 0)
      }
      #expect(depth == 0)
    }
  }

  @Test("Every paper has a key of its own, in ASCII, also without a Latin letter in its first author's name")
  func keys() throws {
    let keys = try SampleVolume.make().bibTeX.matches(of: /@\w+\{([^,]+),/).map { String($0.1) }
    #expect(keys == ["mlsys-2026", "mlsys-2026-beethoven-17", "mlsys-2026-4", "mlsys-2026-garciamarquez-901"])
  }

  @Test("PMLR's file names each section once and every paper's section")
  func pmlr() throws {
    let text = try SampleVolume.make().pmlrBibTeX
    #expect(text.contains("sections   = {training=Training \\& Scale|serving=Serving}"))
    #expect(text.matches(of: /section +=/).count == 3)
    #expect(text.contains("@InProceedings{beethoven26-17,"))
    #expect(text.contains("pages      = {1-12}"))
  }

  @Test("Mathematical signs, dashes and quotes are LaTeX's; other scripts stay")
  func signs() throws {
    var paper = SampleVolume.plain
    paper.title = "O(n²) → “α–β” … 大规模 e\u{301}"
    let entry = try SampleVolume.make().bibTeX(of: paper)
    #expect(entry.contains("{O(n²) $\\rightarrow$ ``$\\alpha$--$\\beta$'' {\\ldots} 大规模 {\\'e}}"))
  }
}
