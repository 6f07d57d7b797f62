import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("Every link and form")
struct EveryLinkTests {
  /// Follows every link from the front page on; returns the pages that were reached by their address.
  private func walk(_ browser: inout Browser) async throws -> [String: Answer] {
    var seen: [String: Answer] = [:]
    var waiting = ["/"]
    while let path = waiting.popLast() {
      if seen[path] != nil { continue }
      let answer = try await browser.get(path)
      seen[path] = answer
      guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
      waiting += addresses(after: "href=\"", in: answer.text).map { String($0.prefix { $0 != "#" }) }
        .filter { $0.hasPrefix("/") }
    }
    return seen
  }

  private func addresses(after mark: String, in page: String) -> [String] {
    page.ranges(of: mark).map { start in
      String(page[start.upperBound...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }
  }

  @Test(
    "No page, at any stage, links to nothing or holds a form that no route takes",
    arguments: ["submission", "bidding", "reviewing", "response", "discussion", "released"])
  func links(until period: String) async throws {
    let stage = try await WebStage.open()
    let calendar = stage.call.calendar
    try await stage.play { client in
      var people = [try await stage.browser(client, of: "ada@uni.example")]
      _ = try await people[0].register("Draft", stage.call)
      if period != "submission" {
        var scene = try await ReviewingStage.open(stage, client)
        if period != "bidding" {
          let review = try await scene.assign()
          try await scene.rita.post(review, scene.answers("Sound", version: 0))
          try await scene.clara.post(
            "/chair/assignment/run",
            [
              ("reviewsPerSubmission", "1"), ("loadMinimum", "0"), ("loadMaximum", "3"), ("seed", "4"),
            ])
          _ = try await stage.letters(to: "nobody@uni.example")
        }
        if period == "response" { try await scene.advance(to: calendar.response.opens) }
        if period == "discussion" { try await scene.advance(to: calendar.discussion.opens) }
        if period == "released" {
          try await scene.advance(to: calendar.notification)
          let kind = stage.call.decisions.first?.key ?? ""
          try await scene.clara.post("/chair/submissions/\(scene.paper)/decision", [("version", "0"), ("decision", kind)])
          try await scene.release()
          #expect(try await scene.clara.get("/chair/decisions/letters").text.contains("were released"))
        }
        people = [Browser(client), scene.ada, scene.clara, scene.rita, scene.ron]
      }
      for var person in people {
        let pages = try await walk(&person)
        #expect(pages.count > 3)
        for (path, answer) in pages.sorted(by: { $0.key < $1.key }) {
          #expect(answer.status == .ok, "\(person.email) found \(answer.status) at \(path)")
          for action in addresses(after: "action=\"", in: answer.text) {
            let takes = try await methods(of: action, client)
            let isSearch = answer.text.contains("<form method=\"get\" action=\"\(action)\"")
            #expect(takes.contains(isSearch ? "GET" : "POST"), "\(action) on \(path)")
          }
        }
      }
    }
  }

  /// The methods an address takes, as the refusal of another one lists them.
  private func methods(of path: String, _ client: RouterClient) async throws -> [String] {
    try await client.execute(uri: path, method: .delete, headers: [.authorization: "none"]) { answer in
      HTTPHeaderList.values(answer.headers[values: .allow])
    }
  }
}
