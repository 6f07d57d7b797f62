import HTTPTypes
import Hummingbird
import Testing

@testable import Web

@Suite("Turning letters off from a letter")
struct LettersOffStoryTests {
  @Test("A mail program turns letters off with one click and no cookie; anything else there needs a form of ours")
  func oneClick() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var program = Browser(client)
      // The guard lets it through; the seal is wrong.
      let clicked = try await program.postAsTyped("/letters/off/nowhere", [("List-Unsubscribe", "One-Click")])
      #expect(clicked.status == .notFound)
      for (path, value) in [("/letters/off/nowhere", "Twice"), ("/account", "One-Click"), ("/sign-out", "One-Click")] {
        let refused = try await program.postAsTyped(path, [("List-Unsubscribe", value)])
        #expect(refused.status == .unprocessableContent, "\(path)")
      }
      #expect(try await program.get("/letters/off/nowhere").status == .notFound)
    }
  }
}
