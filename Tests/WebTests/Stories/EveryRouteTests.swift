import Conference
import HTTPTypes
import Hummingbird
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("Every route")
struct EveryRouteTests {
  /// Every address with its parameters filled in by `value`.
  private func paths(_ method: HTTPRequest.Method, of stage: WebStage, value: (String) -> String) -> [String] {
    let router = makeRouter(stage.server.house.site) { stage.server.house.addRoutes(to: $0) }
    return router.routes.filter { $0.method == method }.map { route in
      route.path.description.split(separator: "/").reduce("") { path, part in
        let name = part.trimmingPrefix(":").filter { $0 != "{" && $0 != "}" }
        return path + "/" + (part.hasPrefix(":") || part.hasPrefix("{") ? value(String(name)) : String(part))
      }
    }.map { $0.isEmpty ? "/" : $0 }.sorted()
  }

  private static func madeUp(_ name: String) -> String { name == "slot" ? "manuscript" : name == "version" ? "1" : "nowhere" }

  @Test("A visitor is led to sign in, sees what is public, or finds nothing")
  func visitor() async throws {
    let stage = try await WebStage.open()
    let all = paths(.get, of: stage, value: Self.madeUp)
    #expect(all.count > 30)
    try await stage.play { client in
      for path in all {
        var visitor = Browser(client)
        let answer = try await visitor.get(path)
        switch answer.status {
        case .ok, .notFound: #expect(!path.hasPrefix("/chair") && !path.hasPrefix("/reviews"), "\(path)")
        case .seeOther: #expect(answer.location.hasPrefix("/sign-in"), "\(path)")
        default: Issue.record("\(path) answered \(answer.status)")
        }
      }
    }
    #expect(!stage.log.lines.contains { $0.hasPrefix("fault") })
  }

  @Test("Whoever is signed in, no route breaks, at any stage of the calendar, with or without something there")
  func nobodyBreaksAnything() async throws {
    let stage = try await WebStage.open()
    let calendar = stage.call.calendar
    let made = paths(.get, of: stage, value: Self.madeUp)
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let assignment = try await scene.assign().dropFirst("/reviews/".count)
      // Copies for reviewers are made by jobs.
      _ = try await stage.letters(to: "nobody@uni.example")
      let real = paths(.get, of: stage) { name in
        name == "id" ? "ID" : Self.madeUp(name)
      }.map { $0.replacing("/reviews/ID", with: "/reviews/\(assignment)").replacing("/ID", with: "/\(scene.paper)") }
      for moment in [calendar.reviewing.opens, calendar.response.opens, calendar.discussion.opens, calendar.notification] {
        try await scene.advance(to: moment)
        for path in made + real {
          for var browser in [scene.ada, scene.rita, scene.clara] {
            let answer = try await browser.get(path)
            #expect([200, 303, 403, 404].contains(answer.status.code), "\(path) answered \(answer.status)")
          }
        }
      }
    }
    #expect(stage.log.lines.filter { $0.hasPrefix("fault") } == [])
  }

  @Test("Every act of chairs and reviewers answers someone without the office as if it weren't there")
  func outsiders() async throws {
    let stage = try await WebStage.open()
    let gets = paths(.get, of: stage, value: Self.madeUp)
    let posts = paths(.post, of: stage, value: Self.madeUp)
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      _ = try await scene.assign()
      let nowhere = try await scene.ada.get("/nowhere").comparable
      let isOffice: (String) -> Bool = { path in
        [
          "/chair", "/reviews", "/metareviews", "/bids", "/expertise", "/conflicts", "/evaluations", "/artifacts", "/publication",
        ].contains {
          path == $0 || path.hasPrefix($0 + "/")
        }
      }
      #expect(gets.filter(isOffice).count > 15 && posts.filter(isOffice).count > 15)
      for path in gets.filter(isOffice) {
        #expect(try await scene.ada.get(path).comparable == nowhere, "\(path)")
        let there = path.replacing("nowhere", with: scene.paper)
        #expect(try await scene.ada.get(there).comparable == nowhere, "\(there)")
      }
      for path in posts.filter(isOffice) {
        #expect(try await scene.ada.post(path).comparable == nowhere, "\(path)")
      }
      for path in gets.filter({ $0.hasPrefix("/chair") }) {
        #expect(try await scene.rita.get(path.replacing("nowhere", with: scene.paper)).comparable == nowhere, "\(path)")
      }
    }
  }

  @Test("Pages for requests that can't be understood tell the server's own time")
  func serverTime() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var visitor = Browser(client)
      try await visitor.get("/sign-in")
      let wrong = try await visitor.post("/call")
      #expect(wrong.status == .methodNotAllowed && wrong.headers[.allow] == "GET, HEAD")
      let stale = try await visitor.postAsTyped("/sign-in", [])
      #expect(stale.status == .unprocessableContent)
      for answer in [wrong, stale] { #expect(answer.text.contains("2025") && !answer.text.contains("1970")) }
    }
  }
}
