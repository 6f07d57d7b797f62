import Foundation
import Screening
import Testing

@testable import Conference

/// A plain TAR archive as somebody's machine would pack it: blocks of 512 bytes with the owner's login (POSIX.1, ustar).
struct SampleTar {
  var owner = "ada"
  private(set) var bytes: [UInt8] = []

  init(owner: String = "ada") { self.owner = owner }

  func with(_ path: String, _ content: [UInt8], type: Character = "0", link: String = "") -> SampleTar {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at place: Int) { header.replaceSubrange(place..<(place + text.utf8.count), with: Array(text.utf8)) }
    func octal(_ number: Int, digits: Int) -> String {
      let text = String(number, radix: 8)
      return String(repeating: "0", count: digits - text.count) + text
    }
    put(path, at: 0)
    put("0000644\u{0}0001750\u{0}0001750\u{0}", at: 100)
    put(octal(content.count, digits: 11), at: 124)
    put("14701234567\u{0}        \(type)\(link)", at: 136)
    put("ustar\u{0}00\(owner)", at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + "\u{0} ", at: 148)
    var copy = self
    copy.bytes += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    return copy
  }

  func with(_ path: String, _ text: String) -> SampleTar { with(path, Array(text.utf8)) }

  var whole: Data { Data(bytes + [UInt8](repeating: 0, count: 1_024)) }
}

@Suite("Archives, through the inspector to findings and to reviewers' copies")
struct ArchiveTests {
  private static let form = FormFacts(
    title: "A Paper",
    authors: [.init(given: "Ada", family: "Lovelace", email: "ada@engine.org", affiliation: "Analytical Society")])
  private static let rules = FormatRules(
    pageSize: .letter, columns: 2, mainPagesLimit: 10, referencesListAllAuthors: true, appendixSeparate: true,
    forbids: Set(FormatRules.Forbidden.allCases), style: nil)

  private func withFile<Value>(_ bytes: Data, _ body: (String) async throws -> Value) async throws -> Value {
    let file = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID().uuidString)")
    try bytes.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await body(file.path)
  }

  private func seen(_ bytes: Data) async throws -> ArchiveInspection {
    try await withFile(bytes) { path in
      guard case .seen(let lines) = try await jailedInspector().inspect(archive: path) else {
        Issue.record("no verdict")
        return ArchiveInspection(jsonLines: [])
      }
      return ArchiveInspection(jsonLines: lines)
    }
  }

  private func copied(_ bytes: Data) async throws -> CleaningOutcome {
    try await withFile(bytes) { try await jailedInspector().clean(archive: $0) }
  }

  private static let telling = SampleTar()
    .with("sup/README.md", "The engine.\nBy Ada Lovelace.\n")
    .with("sup/.git/config", "[user]\nname = Ada Lovelace\n")
    .with("sup/photo.png", png)
    .with("sup/run", Array("/home/ada/engine".utf8) + [0, 1, 2])
    .with("sup/inner.zip", [0x50, 0x4B, 0x03, 0x04, 0, 0])
    .with("sup/out", [], type: "2", link: "/etc/passwd")
    .with("sup/in", [], type: "2", link: "README.md")

  /// A picture with the text of a drawing program beside it; the sums are not looked at.
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]) + chunk("tEXt", Array("Author\u{0}Ada Lovelace".utf8))
    + chunk("IDAT", [1, 2, 3]) + chunk("IEND", [])

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    [0, 0, 0, UInt8(data.count)] + Array(name.utf8) + data + [0, 0, 0, 0]
  }

  @Test("Names in texts, pictures, programs and histories, and who packed it, are found")
  func found() async throws {
    let archive = try await seen(Self.telling.whole)
    #expect(archive.ending == .complete && archive.entries.first?.owner == "ada")
    let report = screen(archive, rules: Self.rules, form: Self.form, isForReviewers: true)
    let told = report.findings.map(\.code)
    #expect(
      Set(told) == ["anon.author_names", "anon.metadata", "file.unsafe_path", "file.left_out", "file.cut"],
      "\(report.findings.map(\.text))")
    let name = report.findings.first { $0.code == "anon.author_names" }
    #expect(name?.text.contains("README.md, line 2 and in 2 other files") == true, "\(name?.text ?? "")")
  }

  @Test("Reviewers' copy holds the files, and nothing of who packed them, their pictures' makers, or what leads elsewhere")
  func copy() async throws {
    guard case .cleaned(let bytes) = try await copied(Self.telling.whole) else {
      Issue.record("no copy")
      return
    }
    let again = try await copied(Self.telling.whole)
    #expect(again == .cleaned(bytes))
    let archive = try await seen(Data(bytes))
    #expect(archive.entries.map(\.path) == ["sup/README.md", "sup/photo.png", "sup/run", "sup/in"])
    #expect(archive.entries.allSatisfy { $0.owner.isEmpty && $0.group.isEmpty })
    #expect(archive.entries[1].text.contains("IHDR") == false && !archive.entries[1].text.contains("Ada"))
    #expect(archive.entries[3].linkTarget == "README.md")
  }

  @Test("A PDF within is read, and cleaned as a manuscript is")
  func paper() async throws {
    let fixture = try Data(contentsOf: repository.appending(path: "Tests/Fixtures/screening/conforming.pdf"))
    let tar = SampleTar(owner: "root").with("appendix.pdf", Array(fixture)).whole
    #expect(try await seen(tar).entries.first?.paper?.document?.pageCount == 8)
    let report = screen(try await seen(tar), rules: Self.rules, form: Self.form, isForReviewers: true)
    #expect(report.findings.isEmpty, "\(report.findings.map(\.text))")
    guard case .cleaned(let bytes) = try await copied(tar) else {
      Issue.record("no copy")
      return
    }
    let paper = try #require(try await seen(Data(bytes)).entries.first?.paper)
    #expect(paper.document?.pageCount == 8 && paper.document?.metadata.isEmpty == true)
  }

  @Test("What is no archive, or is cut short, is told and not copied")
  func refused() async throws {
    #expect(try await seen(Data("hello".utf8)).error == "notArchive")
    #expect(try await copied(Data("hello".utf8)) == .impossible(.notArchive))
    let cut = Self.telling.whole.prefix(700)
    #expect(try await seen(cut).error == "damaged")
    #expect(try await copied(cut) == .impossible(.damaged))
  }

  @Test("Bytes changed at random places never leave an archive without a verdict", arguments: 0..<8)
  func damaged(seed: Int) async throws {
    var bytes = Self.telling.whole
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
    }
    _ = try await seen(bytes)
    _ = try await copied(bytes)
  }
}
