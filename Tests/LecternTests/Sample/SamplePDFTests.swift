import LecternTesting
import Testing

@Suite("Sample PDFs")
struct SamplePDFTests {
  private static let papers = SampleFixture.plan.papers

  @Test("Main text takes exactly the pages asked for, and references start on the next", arguments: 1...10)
  func mainPages(count: Int) throws {
    for paper in Self.papers.dropFirst(count * 2).prefix(2) {
      let pdf = try #require(SamplePDFReading(SamplePDF.manuscript(of: paper, options: .init(mainPages: count))))
      let heads = pdf.pages.indices.filter { pdf.lines($0).contains("References") }
      #expect(heads == [count])
      #expect((count + 1...count + 2).contains(pdf.pages.count))
      #expect(pdf.lines(count - 1).count > 60, "The last page of main text is well filled.")
      #expect(
        pdf.lines(count - 1).contains { $0.hasSuffix("Conclusion") }
          || count > 1 && pdf.lines(count - 2).contains { $0.hasSuffix("Conclusion") })
    }
  }

  @Test("References can begin in the last column of the last page of main text")
  func sameColumn() throws {
    var options = SamplePDF.Options(mainPages: 6)
    options.referencesStart = .nextColumn
    let pdf = try #require(SamplePDFReading(SamplePDF.manuscript(of: Self.papers[3], options: options)))
    #expect(pdf.pages.indices.filter { pdf.lines($0).contains("References") } == [5])
    #expect(pdf.pages.count < 8)
  }

  @Test("Every variant is a sound file under 160 KB, letter-sized but for the A4 one", arguments: SamplePDF.Variant.allCases)
  func variants(variant: SamplePDF.Variant) throws {
    let bytes = SamplePDF.manuscript(of: Self.papers[5], options: .init(mainPages: 10, variant: variant))
    let pdf = try #require(SamplePDFReading(bytes))
    #expect(bytes.count < 160_000)
    #expect(pdf.pages.allSatisfy { $0.contains(variant == .a4 ? "[0 0 595.276 841.89]" : "[0 0 612 792]") })
    let main = pdf.pages.indices.first { pdf.lines($0).contains("References") }
    #expect(main == (variant == .overlong ? 11 : 10))
  }

  @Test("A conforming manuscript names none of its authors anywhere in the file")
  func anonymous() {
    for paper in Self.papers.prefix(4) {
      let manuscript = SamplePDF.manuscript(of: paper)
      for bytes in [manuscript, SamplePDF.appendix(of: paper)] {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("/Author (Anonymous Authors)"))
        for author in paper.authors {
          #expect(!text.contains(author.email) && !text.contains(author.name) && !text.contains(author.affiliation.name))
        }
      }
    }
  }

  @Test("The variants that break anonymity do so where they say")
  func namedAuthors() throws {
    let paper = try #require(Self.papers.first { $0.authors.allSatisfy { $0.name.utf8.allSatisfy { $0 < 128 } } })
    let first = try #require(
      SamplePDFReading(SamplePDF.manuscript(of: paper, options: .init(mainPages: 2, variant: .authorsOnFirstPage))))
    #expect(paper.authors.allSatisfy { author in first.lines(0).joined(separator: " ").contains(author.name) })
    #expect(first.properties.contains("Anonymous Authors"))
    let metadata = try #require(
      SamplePDFReading(SamplePDF.manuscript(of: paper, options: .init(mainPages: 2, variant: .authorsInMetadata))))
    #expect(paper.authors.allSatisfy { metadata.properties.contains($0.name) })
    #expect(metadata.lines(0).contains("Anonymous Authors"))
  }

  @Test("Only the variant with truncated references hides authors in its list")
  func truncation() throws {
    func hidden(_ variant: SamplePDF.Variant) throws -> Int {
      let pdf = try #require(
        SamplePDFReading(SamplePDF.manuscript(of: Self.papers[9], options: .init(mainPages: 4, variant: variant))))
      let list = (4..<pdf.pages.count).flatMap { pdf.lines($0) }.joined(separator: " ")
      return list.split(separator: "et al.", omittingEmptySubsequences: false).count - 1
    }
    #expect(try hidden(.conforming) == 0)
    #expect(try hidden(.truncatedReferences) == 3)
  }

  @Test("An appendix has the pages asked for", arguments: [1, 3, 7])
  func appendix(pages: Int) throws {
    let pdf = try #require(SamplePDFReading(SamplePDF.appendix(of: Self.papers[0], pages: pages)))
    #expect(pdf.pages.count == pages)
    #expect(pdf.lines(0).first == "Appendix")
  }

  @Test("Bytes are the same each time, carry no date unless given one, and match the recorded hash")
  func deterministic() throws {
    let paper = Self.papers[17]
    let bytes = SamplePDF.manuscript(of: paper)
    #expect(bytes == SamplePDF.manuscript(of: paper))
    #expect(StableHash.of(bytes) == 7_528_984_003_358_736_905)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("CreationDate"))
    var options = SamplePDF.Options()
    options.created = "D:20251001120000Z"
    let dated = try #require(SamplePDFReading(SamplePDF.manuscript(of: paper, options: options)))
    #expect(dated.properties.contains("/CreationDate (D:20251001120000Z)"))
  }

  @Test("Two papers share no passage that a similarity search would report")
  func dissimilar() {
    let prints = Self.papers.prefix(6).map { passages(SamplePDF.manuscript(of: $0, options: .init(mainPages: 10))) }
    for (index, one) in prints.enumerated() {
      for other in prints.dropFirst(index + 1) {
        let shared = one.intersection(other).count
        #expect(shared * 100 <= min(one.count, other.count) * 4, "\(shared) of \(one.count)")
      }
    }
  }

  /// Runs of eight words in the running text, lower-cased.
  private func passages(_ bytes: [UInt8]) -> Set<String> {
    guard let pdf = SamplePDFReading(bytes) else { return [] }
    let text = pdf.pages.indices.flatMap { pdf.lines($0) }.joined(separator: " ").lowercased()
    let words = SampleFixture.words(text)
    guard words.count > 8 else { return [] }
    return Set((0..<(words.count - 8)).map { words[$0..<($0 + 8)].joined(separator: " ") })
  }
}
