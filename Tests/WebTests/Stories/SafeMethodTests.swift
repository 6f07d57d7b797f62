import Hummingbird
import PeerReview
import Store
import Testing

@testable import Conference
@testable import Web

extension Conference {
  /// What acts leave behind: every act is an entry of the record, and what isn't an act yet has a row that counts here.
  fileprivate func fingerprint() async throws -> [Int] {
    try await look { act in
      try [
        act.session.count("SELECT count(*) FROM audit"), act.session.count("SELECT count(*) FROM letter"),
        act.session.count("SELECT count(*) FROM sign_in_link WHERE used_at IS NULL"),
        act.session.count("SELECT count(*) FROM invitation WHERE answered_at IS NULL AND withdrawn_at IS NULL"),
        act.session.count("SELECT coalesce(sum(version), 0) FROM review_draft"), act.session.count("SELECT count(*) FROM person"),
        act.session.count("SELECT count(*) FROM session WHERE ended_at IS NULL"), act.session.count("SELECT count(*) FROM bid"),
        act.session.count("SELECT coalesce(sum(current_version), 0) FROM submission"),
        act.session.count("SELECT count(*) FROM manuscript"), act.session.count("SELECT count(*) FROM comment"),
        act.session.count("SELECT count(*) FROM job WHERE kind <> 'copy'"),
      ]
    }
  }
}

@Suite("Looking changes nothing")
struct SafeMethodTests {
  private func paths(of stage: WebStage, value: (String) -> String) -> [String] {
    let router = makeRouter(stage.server.house.site) { stage.server.house.addRoutes(to: $0) }
    return router.routes.filter { $0.method == .get }.map { route in
      route.path.description.split(separator: "/").reduce("") { path, part in
        let name = part.trimmingPrefix(":").filter { $0 != "{" && $0 != "}" }
        return path + "/" + (part.hasPrefix(":") || part.hasPrefix("{") ? value(String(name)) : String(part))
      }
    }.sorted()
  }

  @Test("No GET or HEAD of any route, by anyone, changes a row, but for the records of looking themselves")
  func everyRoute() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let assignment = String(try await scene.assign().dropFirst("/reviews/".count))
      _ = try await stage.letters(to: "nobody@example.org")
      // Links that work once: an open invitation and an open way in.
      let invitation = try await stage.conference.invite(
        email: try required(EmailAddress("new@example.org")), name: "New", as: Appointment(.reviewer), call: stage.call.id)
      let link = try await stage.conference.signInPath(
        email: try required(EmailAddress("ada@lab.example")), lifetime: .minutes(5))
      let made = paths(of: stage) { $0 == "slot" ? "manuscript" : $0 == "version" ? "1" : "ID" }
      let all =
        made.flatMap { path in
          [
            path.replacing("/reviews/ID", with: "/reviews/\(assignment)").replacing(
              "/submissions/ID", with: "/submissions/\(scene.paper)"),
            path,
          ]
        } + [invitation, link]
      let before = try await stage.conference.fingerprint()
      for path in all {
        for var browser in [scene.ada, scene.rita, scene.clara, Browser(client)] {
          _ = try await browser.get(path)
          _ = try await client.execute(uri: path, method: .head) { $0.status }
        }
      }
      #expect(try await stage.conference.fingerprint() == before)
      var visitor = Browser(client)
      let page = try await visitor.get(link)
      #expect(page.status == .ok && page.text.contains("<form"))
    }
  }
}
