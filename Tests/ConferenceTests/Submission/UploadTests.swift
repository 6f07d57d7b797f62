import Foundation
import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("Uploads")
struct UploadTests {
  /// A draft to upload to.
  private func draft(_ house: TestHouse) async throws -> (id: ID<Submission>, ada: Person) {
    let ada = try await house.person("Ada Byron")
    return (try await house.authorDesk(ada).register(house.entry("Files", by: ada)), ada)
  }

  @Test("Every version is kept with its hash and time, byte for byte")
  func versions() async throws {
    let house = try await TestHouse.open()
    let (id, ada) = try await draft(house)
    let begun = house.clock.now
    try await house.upload(.manuscript, "abc", to: id, by: ada)
    house.clock.advance(by: .hours(1))
    try await house.upload(.manuscript, "second", to: id, by: ada)
    let versions = try await house.versions(of: id, by: ada)
    #expect(versions.map(\.number) == [2, 1])
    #expect(versions.map(\.uploadedAt) == [begun.adding(.hours(1)), begun])
    #expect(versions.map(\.sizeBytes) == [15, 12])
    #expect(versions.last?.sha256 == "3c1dd4f09e8ea551683a8c93d934c49084c2407fe2213a20d2702bad0296be10")
    let desk = try await house.authorDesk(ada)
    let paper = try await house.number(of: id).dropFirst()
    for (number, text) in [(1, "abc"), (2, "second")] {
      let copy = try await desk.file(.manuscript, version: number, of: id)
      #expect(try String(contentsOfFile: copy.path, encoding: .utf8) == "%PDF-1.7\n" + text)
      #expect(copy.downloadName == "mlsys-2026-\(paper)-manuscript-v\(number).pdf")
    }
    #expect(try await refusal { _ = try await desk.file(.manuscript, version: 3, of: id) } == .notFound)
    #expect(try await refusal { _ = try await desk.file(.appendix, version: 1, of: id) } == .notFound)
  }

  @Test("What is no PDF is refused by what it is, with the way out, however its bytes come, and nothing is kept")
  func noPDF() async throws {
    let house = try await TestHouse.open()
    let (id, ada) = try await draft(house)
    let page = try Data(contentsOf: repository.appending(path: "Tests/Fixtures/screening/web-page.pdf"))
    let sent: [(bytes: [UInt8], told: String)] = [
      ([0x50, 0x4B, 3, 4, 0, 1, 2], "archive (.zip)"), ([0x50, 0x4B, 5, 6, 0], "archive (.zip)"),
      ([0x1F, 0x8B, 8], "archive (.gz)"), ([0xD0, 0xCF, 0x11, 0xE0, 0], "older Office"), (Array(page), "web page"),
      (Array("%PD".utf8), "not a PDF"),
    ]
    for (bytes, told) in sent {
      for slot in [FileSlot.manuscript, .appendix] {
        let upload = try await house.authorDesk(ada).beginUpload(to: slot, of: id)
        for byte in bytes { try upload.append([byte]) }
        guard case .invalid(let problems) = try await refusal({ _ = try await upload.finish() }) else {
          Issue.record("\(told) was kept")
          continue
        }
        #expect(problems.map(\.field) == ["file"] && problems.first?.message.contains(told) == true, "\(problems)")
      }
    }
    #expect(try await house.versions(of: id, by: ada).isEmpty)
    #expect(try await house.versions(in: .appendix, of: id, by: ada).isEmpty)
    #expect(try await house.recorded("upload") == 0)
  }

  @Test("The same bytes again make no new version; the same bytes after others, or in another slot, do")
  func sameBytes() async throws {
    let house = try await TestHouse.open()
    let (id, ada) = try await draft(house)
    try await house.upload(.manuscript, "first", to: id, by: ada)
    try await house.upload(.manuscript, "first", to: id, by: ada)
    #expect(try await house.versions(of: id, by: ada).count == 1)
    #expect(try await house.recorded("upload") == 1)
    try await house.upload(.manuscript, "second", to: id, by: ada)
    try await house.upload(.manuscript, "first", to: id, by: ada)
    #expect(try await house.versions(of: id, by: ada).map(\.number) == [3, 2, 1])
    try await house.upload(.appendix, "first", to: id, by: ada)
    #expect(try await house.versions(in: .appendix, of: id, by: ada).map(\.number) == [1])
  }

  @Test("A file over the limit of the call in force is refused while it comes, and nothing is kept")
  func tooLarge() async throws {
    let house = try await TestHouse.open()
    let (id, ada) = try await draft(house)
    let text = try mlsysCallText().replacing("manuscript: 50 MB", with: "manuscript: 1 MB")
    try await house.conference.openCall(text: text, file: "mlsys-2026.yaml", reason: "a small disk")
    let desk = try await house.authorDesk(ada)
    let piece = fileBytes(String(repeating: "7", count: 249_991))
    let whole = try await desk.beginUpload(to: .manuscript, of: id)
    for _ in 0..<4 { try whole.append(piece) }
    #expect(try await whole.finish() == 1)
    let over = try await desk.beginUpload(to: .manuscript, of: id)
    for _ in 0..<4 { try over.append([8] + piece.dropFirst()) }
    #expect(throws: Refusal.tooLarge(limitBytes: 1_000_000)) { try over.append([0]) }
    let atOnce = try await desk.beginUpload(to: .manuscript, of: id)
    #expect(throws: Refusal.tooLarge(limitBytes: 1_000_000)) { try atOnce.append([UInt8](repeating: 9, count: 1_000_001)) }
    #expect(try await house.versions(of: id, by: ada).map(\.number) == [1])
    let appendix = try await desk.beginUpload(to: .appendix, of: id)
    try appendix.append(fileBytes(String(repeating: "9", count: 999_992)))
    #expect(try await appendix.finish() == 1)
  }

  @Test("An empty file is refused in words")
  func empty() async throws {
    let house = try await TestHouse.open()
    let (id, ada) = try await draft(house)
    let upload = try await house.authorDesk(ada).beginUpload(to: .manuscript, of: id)
    try upload.append([])
    let told = try await refusal { _ = try await upload.finish() }
    guard case .invalid(let problems) = told else {
      Issue.record("an empty file was accepted")
      return
    }
    #expect(problems.map(\.field) == ["file"])
    #expect(problems.first?.message.contains("empty") == true)
    #expect(try await house.versions(of: id, by: ada).isEmpty)
  }

  @Test("An upload that breaks off leaves nothing behind")
  func brokenOff() async throws {
    let house = try await TestHouse.open()
    let (id, ada) = try await draft(house)
    let upload = try await house.authorDesk(ada).beginUpload(to: .manuscript, of: id)
    try upload.append(Array("half of the".utf8))
    upload.discard()
    #expect(try await house.versions(of: id, by: ada).isEmpty)
    #expect(try await house.recorded("upload") == 0)
  }
}
