import Foundation
import Proceedings
import Testing

@Suite("CSV and JSON")
struct TableTests {
  @Test("Commas, quotes and line breaks stay within their cell, and no cell runs as a formula")
  func csv() throws {
    let text = try SampleVolume.make().csv
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.count == 5)
    #expect(lines[1].contains("\"<script>alert(\"\"1\"\")</script> & {PyTorch} at 100% \\ of \"\"GPU_Speed\"\"\""))
    #expect(lines[3].hasPrefix("901,Serving,,\"'=Serving, quickly?\",Gabriel García Márquez,"))
  }

  @Test("The JSON parses and tells each paper's authors by the parts of their names")
  func json() throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(try SampleVolume.make().json.utf8))
    let volume = try #require(parsed as? [String: Any])
    let sessions = try #require(volume["sessions"] as? [[String: Any]])
    let papers = try #require(sessions.first?["papers"] as? [[String: Any]])
    let authors = try #require(papers.first?["authors"] as? [[String: Any]])
    #expect(authors.first?["particle"] as? String == "van")
    #expect(authors[2]["family"] as? String == "Nguyễn")
    #expect(papers.first?["title"] as? String == SampleVolume.hostile.title)
    #expect((papers.first?["pages"] as? [String: Int]) == ["first": 1, "last": 12])
  }
}
