import Foundation
import Proceedings
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("XML exports")
struct XMLTests {
  private let depositor = CrossrefDepositor(
    name: "Chairs & Co", email: "chairs@example.org", registrant: "MLSys", batch: "mlsys-2026-1", timestamp: "20260511080000")

  @Test("dblp's records hold every author and title, in plain ASCII")
  func dblp() throws {
    let text = try SampleVolume.make().dblpXML
    let isPlain = text.allSatisfy { $0.isASCII }
    #expect(isPlain)
    let parsed = try Parsed(text)
    #expect(
      parsed.texts("author") == [
        "Ludwig van Beethoven", "Łukasz Gößmann-Çelik", "Nguyễn Văn An", "Sukarno", "Martin Luther King, Jr.", "王 小明",
        "Gabriel García Márquez",
      ])
    #expect(parsed.attributes("author", "orcid") == ["0000-0002-1825-0097"])
    #expect(parsed.texts("title").suffix(2) == ["大规模机器学习系统.", "=Serving, quickly?"])
    #expect(parsed.texts("pages") == ["1-12", "13"])
    #expect(parsed.attributes("inproceedings", "key").first == "conf/mlsys/2026/17")
    // The order the DTD's readers expect: authors before the title, the year before the booktitle.
    let fields = Parsed.children(of: parsed.all("inproceedings").last)
    #expect(fields == ["author", "title", "year", "booktitle", "ee", "crossref", "url"])
  }

  @Test("The deposit for Crossref has the schema's elements in the schema's order, for papers with a DOI only")
  func crossref() throws {
    let text = try #require(try SampleVolume.make().crossrefXML(by: depositor))
    let parsed = try Parsed(text)
    #expect(parsed.all("conference_paper").count == 1)
    func children(_ name: String) -> [String] { Parsed.children(of: parsed.all(name).first) }
    #expect(children("head") == ["doi_batch_id", "timestamp", "depositor", "registrant"])
    #expect(children("conference") == ["contributors", "event_metadata", "proceedings_metadata", "conference_paper"])
    #expect(children("proceedings_metadata") == ["proceedings_title", "publisher", "publication_date", "noisbn", "doi_data"])
    #expect(
      children("conference_paper") == ["contributors", "titles", "abstract", "publication_date", "pages", "program", "doi_data"])
    #expect(children("publication_date") == ["month", "day", "year"])
    let authors = parsed.all("person_name").filter { Parsed.attribute("contributor_role", of: $0) == "author" }
    #expect(
      authors.map { Parsed.attribute("sequence", of: $0) } == ["first"] + Array(repeating: "additional", count: 4))
    #expect(Parsed.children(of: authors.first) == ["given_name", "surname", "affiliations", "ORCID"])
    #expect(Parsed.children(of: authors.last) == ["given_name", "surname", "suffix"])
    #expect(parsed.texts("surname") == ["Lovelace", "van Beethoven", "Gößmann-Çelik", "Nguyễn", "Sukarno", "King"])
    #expect(parsed.texts("doi").last == "10.5555/mlsys.2026.<17>")
  }

  @Test("A volume without DOIs has no deposit, one without an ISSN no records for DOAJ")
  func missing() throws {
    let volume = try SampleVolume.make {
      $0.sessions[0].papers[0].doi = ""
      $0.issn = ""
    }
    #expect(volume.crossrefXML(by: depositor) == nil)
    #expect(volume.doajXML == nil)
    let paths = volume.site(builtAt: "2026-05-11T08:00:00Z", depositor: depositor).map(\.path)
    #expect(!paths.contains("crossref.xml") && !paths.contains("doaj.xml"))
  }

  @Test("Harvesters get one Dublin Core record a paper")
  func dublinCore() throws {
    let parsed = try Parsed(SampleVolume.make().oaiDublinCore(respondedAt: "2026-05-11T08:00:00Z"))
    #expect(parsed.all("record").count == 3)
    #expect(parsed.texts("identifier").first == "oai:proceedings.example.org:mlsys-2026/17")
    #expect(parsed.texts("creator").prefix(2) == ["van Beethoven, Ludwig", "Gößmann-Çelik, Łukasz"])
    #expect(parsed.texts("description").first?.contains("]]> Second & <b>last</b>\u{FFFD}") == true)
  }

  @Test("DOAJ's records number affiliations and give ORCID iDs as addresses")
  func doaj() throws {
    let parsed = try Parsed(try #require(try SampleVolume.make().doajXML))
    #expect(parsed.texts("affiliationName") == ["Universität Bonn & Söhne"])
    #expect(parsed.texts("orcid_id") == ["https://orcid.org/0000-0002-1825-0097"])
    #expect(parsed.texts("startPage") == ["1", "13"])
    #expect(parsed.texts("fullTextUrl").first == "https://proceedings.example.org/2026/papers/17.pdf")
  }
}
