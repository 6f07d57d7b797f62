import Foundation
import Pages
import PeerReview
import Testing

@testable import Conference

@Suite("Backups")
struct BackupTests {
  @Test("A backup opens as a conference of its own, with the same papers, letters and files")
  func restores() async throws {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    let id = try await house.paper("Kept Safe", by: ada)
    try await house.upload(.manuscript, "a second version", to: id, by: ada)
    try await house.upload(.appendix, "more", to: id, by: ada)
    try await withFolder { folder in
      let copied = try await house.conference.backUp(to: folder + "/backup")
      #expect(copied.files == 3)
      try await house.authorDesk(ada).withdraw(id, reason: "after the backup")
      let restored = try await Conference.open(
        folder: folder + "/backup", settings: house.conference.settings, clock: house.clock)
      let viewer = try await restored.viewer(ada, at: house.call.id)
      let desk = restored.authorDesk(for: viewer)
      #expect(try await desk.page(id).state.label == "Submitted")
      for (number, text) in [(1, "manuscript of Kept Safe"), (2, "a second version")] {
        let copy = try await desk.file(.manuscript, version: number, of: id)
        #expect(copy.path.hasPrefix(folder))
        #expect(try String(contentsOfFile: copy.path, encoding: .utf8) == "%PDF-1.7\n" + text)
      }
      #expect(try await restored.invariantViolations(call: house.call.id).isEmpty)
      #expect(try await restored.letterCounts(call: house.call.id)["submission-received"] == 1)
      _ = try await desk.register(house.entry("Goes On", by: ada))
      try await restored.close()
    }
  }

  @Test("A folder that exists is refused and left as it was")
  func existing() async throws {
    let house = try await TestHouse.open()
    try await withFolder { folder in
      let told = try await refusal { _ = try await house.conference.backUp(to: folder) }
      #expect(told?.fields == ["to"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }
}
