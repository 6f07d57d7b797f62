import Conference
import Foundation
import Screening
import Testing

private let fixtures = repository.appending(path: "Tests/Fixtures/screening")

@Suite("A paper's PDF with the marks of its volume")
struct StampedCopyTests {
  private static let stamp = """
    first 17
    Title Größe und 漢字
    Author 山田 太郎, Ada Byron
    line 50726f63656564696e67732c207061676573203137963238 11000
    xmp
    <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/><?xpacket end="r"?>
    """

  private func inspected(_ path: String) async throws -> Inspection {
    guard case .seen(let lines) = try await jailedInspector().inspect(file: path) else {
      Issue.record("\(path) can't be read")
      return Inspection(jsonLines: [])
    }
    return Inspection(jsonLines: lines)
  }

  @Test(
    "says who wrote it and which pages it has; its head has the line, and all else is as it was",
    arguments: ["conforming", "one-column", "author-in-properties"])
  func stamped(_ name: String) async throws {
    let path = fixtures.appending(path: "\(name).pdf").path
    guard case .cleaned(let bytes) = try await jailedInspector().stamp(file: path, with: Self.stamp) else {
      Issue.record("no stamped copy of \(name)")
      return
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "stamped-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (before, after) = (try await inspected(path), try await inspected(file.path))
    let metadata = Dictionary(uniqueKeysWithValues: after.document?.metadata.map { ($0.key, $0.value) } ?? [])
    #expect(metadata["Title"] == "Größe und 漢字" && metadata["Author"] == "山田 太郎, Ada Byron")
    #expect(after.document?.xmp.contains("xmpmeta") == true)
    let head = try #require(after.pages.first?.lines.first { $0.text == "Proceedings, pages 17–28" })
    #expect(head.box.y1 < 30 && abs(head.sizePoints - 8) < 0.1)
    #expect(after.pages.dropFirst() == before.pages.dropFirst())
    #expect(after.pages.first?.lines.filter { $0 != head }.map(\.text) == before.pages.first?.lines.map(\.text))
    #expect(after.fonts.count == before.fonts.count + 1)
    #expect(try unpacked(bytes).contains("/St 17"))
    guard case .cleaned(let again) = try await jailedInspector().stamp(file: path, with: Self.stamp) else { return }
    #expect(again == bytes)
  }

  @Test("is not made of what is encrypted or no PDF, nor with a stamp that is none")
  func impossible() async throws {
    let inspector = try jailedInspector()
    #expect(
      await inspector.stamp(file: fixtures.appending(path: "password.pdf").path, with: Self.stamp) == .impossible(.encrypted))
    #expect(await inspector.stamp(file: fixtures.appending(path: "web-page.pdf").path, with: Self.stamp) == .impossible(.notPDF))
    let outcome = await inspector.stamp(file: fixtures.appending(path: "conforming.pdf").path, with: "line ) 1\nxmp\n")
    guard case .unavailable = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }
}
