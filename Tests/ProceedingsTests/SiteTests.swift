import Foundation
import Proceedings
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("The proceedings site")
struct SiteTests {
  private func site() throws -> [String: String] {
    let depositor = CrossrefDepositor(
      name: "Chairs", email: "chairs@example.org", registrant: "MLSys", batch: "1", timestamp: "20260511080000")
    let files = try SampleVolume.make().site(builtAt: "2026-05-11T08:00:00Z", depositor: depositor)
    #expect(Set(files.map(\.path)).count == files.count)
    return Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  private func page(_ path: String) throws -> Parsed {
    let text = try #require(try site()[path])
    #expect(text.hasPrefix("<!DOCTYPE html>\n"))
    return try Parsed(String(text.dropFirst("<!DOCTYPE html>\n".count)))
  }

  private func pages() throws -> [String] { try site().keys.filter { $0.hasSuffix(".html") }.sorted() }

  @Test("Every page is well-formed, has a language, a title, one heading of the first rank, and no script but data")
  func wellFormed() throws {
    for path in try pages() {
      let page = try page(path)
      #expect(page.attributes("html", "lang") == ["en"])
      #expect(page.texts("h1").count == 1, "\(path)")
      #expect(page.texts("title").first?.isEmpty == false)
      #expect(page.attributes("script", "type").allSatisfy { $0 == "application/ld+json" })
      #expect(page.all("script").count == page.attributes("script", "type").count)
      let ids = Parsed.walk(page.document.rootElement()).compactMap { Parsed.attribute("id", of: $0) }
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test("Every link within the site leads to a file of the site, so that it works without a network")
  func offline() throws {
    let known = Set(try site().keys).union(["papers/17.pdf"])
    for path in try pages() {
      let page = try page(path)
      let targets = page.attributes("a", "href") + page.attributes("link", "href") + page.attributes("script", "src")
      for target in targets where !target.hasPrefix("https://") && !target.hasPrefix("http://") && !target.hasPrefix("#") {
        let depth = path.contains("/") ? "papers/" : ""
        let resolved = target.hasPrefix("../") ? String(target.dropFirst(3)) : depth + target
        #expect(known.contains(resolved), "\(path) links \(target)")
      }
      let loaded = page.all("link").filter { Parsed.attribute("rel", of: $0) == "stylesheet" }
      #expect(loaded.allSatisfy { Parsed.attribute("href", of: $0)?.hasPrefix("http") == false })
    }
  }

  @Test("A paper's page carries Highwire tags, one author after the other, with absolute addresses")
  func highwire() throws {
    let page = try page("papers/17.html")
    let tags = page.all("meta").map {
      (Parsed.attribute("name", of: $0) ?? "", Parsed.attribute("content", of: $0) ?? "")
    }
    func values(_ name: String) -> [String] { tags.filter { $0.0 == name }.map(\.1) }
    #expect(values("citation_title") == [SampleVolume.hostile.title])
    #expect(
      values("citation_author") == [
        "van Beethoven, Ludwig", "Gößmann-Çelik, Łukasz", "Nguyễn, Văn An", "Sukarno", "King, Martin Luther, Jr.",
      ])
    #expect(values("citation_publication_date") == ["2026/05/11"])
    #expect(values("citation_firstpage") == ["1"] && values("citation_lastpage") == ["12"])
    #expect(values("citation_pdf_url") == ["https://proceedings.example.org/2026/papers/17.pdf"])
    #expect(values("DC.creator").count == 5)
    let names = tags.map(\.0)
    let first = try #require(names.firstIndex(of: "citation_author"))
    #expect(Array(names[first...].prefix(3)) == ["citation_author", "citation_author_institution", "citation_author_orcid"])
  }

  @Test("The linked data of a hostile title parses, says the title, and can't end its script")
  func linkedData() throws {
    let text = try #require(try site()["papers/17.html"])
    let start = try #require(text.range(of: "<script type=\"application/ld+json\">"))
    let end = try #require(text.range(of: "</script>"))
    let data = try JSONSerialization.jsonObject(with: Data(text[start.upperBound..<end.lowerBound].utf8))
    let article = try #require(data as? [String: Any])
    #expect(article["@type"] as? String == "ScholarlyArticle")
    #expect(article["name"] as? String == SampleVolume.hostile.title)
    #expect((article["author"] as? [[String: Any]])?.count == 5)
  }

  @Test("Authors are listed by family name, particles and marks aside")
  func authors() throws {
    let names = try page("authors.html").texts("dt")
    #expect(
      names == [
        "van Beethoven, Ludwig", "García Márquez, Gabriel", "Gößmann-Çelik, Łukasz", "King, Martin Luther, Jr.", "Nguyễn, Văn An",
        "Sukarno", "王, 小明",
      ])
  }

  @Test("A reference in ACM's form reads as ACM prints it")
  func acm() throws {
    let reference = try #require(try page("acm.html").texts("li").last)
    #expect(
      reference == """
        Gabriel García Márquez. 2026. =Serving, quickly? In Proceedings of Machine Learning and Systems 8 (MLSys 2026), \
        18–22 May 2026, Bellevue, WA, USA. Systems & Learning Press. https://proceedings.example.org/2026/papers/901.html
        """)
  }

  @Test("The same volume is the same bytes")
  func deterministic() throws {
    let (first, second) = (try site(), try site())
    #expect(first == second)
  }
}
