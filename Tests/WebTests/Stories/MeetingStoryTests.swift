import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("The committee's meeting, over HTTP")
struct MeetingStoryTests {
  private func seen(in page: Answer) throws -> String {
    let start = try #require(page.text.firstRange(of: "name=\"seen\" value=\""))
    return String(page.text[start.upperBound...].prefix { $0 != "\"" })
  }

  @Test("A button of the meeting pressed twice moves it once, and shows what stands now")
  func pressedTwice() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      try await scene.advance(to: stage.call.calendar.discussion.opens)
      let path = "/chair/meeting"
      #expect(try await scene.clara.post(path, [("action", "agenda"), ("q", "caches")]).location == path)
      let shown = try seen(in: try await scene.clara.get(path))
      let next = [("action", "next"), ("seen", shown)]
      #expect(try await scene.clara.post(path, next).location == path)
      let again = try await scene.clara.post(path, next)
      #expect(again.status == .conflict && again.text.contains("nothing was changed") && again.text.contains("Now:"))
      #expect(try await scene.clara.post(path, [("action", "next")]).status == .conflict)
      let stands = try seen(in: again)
      #expect(try await scene.clara.post(path, [("action", "next"), ("seen", stands)]).location == path)
      #expect(try await scene.clara.get(path).text.contains("The meeting pauses."))
    }
  }
}
