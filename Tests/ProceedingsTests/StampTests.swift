import Proceedings
import Testing

@Suite("What a paper's own PDF gets from its volume")
struct StampTests {
  private func stamp(_ key: String, _ change: (inout Volume) -> Void = { _ in }) throws -> String {
    let volume = try SampleVolume.make(change)
    return volume.stamp(of: try #require(volume.papers.first { $0.key == key }))
  }

  private func digits(_ text: String) -> String {
    text.unicodeScalars.map { ($0.value < 16 ? "0" : "") + String($0.value, radix: 16) }.joined()
  }

  @Test("Title, authors, pages, DOI and badges are in the properties, in XMP and, as far as a font has them, on the first page")
  func content() throws {
    let text = try stamp("17")
    #expect(text.hasPrefix("first 1\nTitle <script>alert(\"1\")</script> & {PyTorch} at 100% \\ of \"GPU_Speed\"\n"))
    #expect(text.contains("\nAuthor Ludwig van Beethoven, Łukasz Gößmann-Çelik, Nguyễn Văn An, Sukarno, "))
    #expect(text.contains("line " + digits("Proceedings of Machine Learning and Systems 8 (MLSys 2026), pages 1")))
    #expect(text.contains(digits("https://doi.org/10.5555/mlsys.2026.%3C17%3E")))
    #expect(text.contains("line " + digits("Badges: Artifacts Available.") + " "))
    let xml = try Parsed(try #require(text.split(separator: "xmp\n", maxSplits: 1).last.map(String.init)))
    #expect(xml.texts("title") == ["<script>alert(\"1\")</script> & {PyTorch} at 100% \\ of \"GPU_Speed\""])
    #expect(xml.texts("doi") == ["10.5555/mlsys.2026.<17>"] && xml.texts("pageRange") == ["1-12"])
    #expect(xml.texts("li").contains("Nguyễn Văn An"))
    #expect(xml.texts("WebStatement") == ["https://creativecommons.org/licenses/by/4.0/"])
    #expect(xml.texts("issn") == ["2832-8000"] && xml.texts("startingPage") == ["1"] && xml.texts("endingPage") == ["12"])
  }

  @Test("What the font can't draw stays in the metadata; control characters and line ends never get into a line")
  func scripts() throws {
    let text = try stamp("4") { $0.title = "機械学習論文集" }
    #expect(!text.contains("line "))
    #expect(text.contains("Title 大规模机器学习系统\n") && text.contains("Subject 機械学習論文集 (MLSys 2026), page 13.\n"))
    let odd = try stamp("901") { $0.sessions[1].papers[0].title = "One\u{1}\nfirst 99\nTwo" }
    #expect(odd.contains("Title One first 99 Two\n") && !odd.hasPrefix("first"))
  }
}
