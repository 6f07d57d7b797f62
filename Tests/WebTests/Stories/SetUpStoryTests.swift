import Conference
import Foundation
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("Setting up a server, over HTTP")
struct SetUpStoryTests {
  private func played(_ story: @escaping @Sendable (RouterClient, String, Conference) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lectern-set-up-\(UUID().uuidString)").path
    let conference = try await Conference.inMemory(
      folder: folder, settings: .init(site: WebStage.origin), clock: VirtualClock(at: Instant(seconds: 1_790_000_000)),
      random: RehearsalRandom(seed: 11))
    let server = SetUpServer(
      conference: conference, settings: .init(origin: WebStage.origin), random: RehearsalRandom(seed: 12),
      logger: KeptLog().logger)
    let application = makeServer(server.site, host: "127.0.0.1", port: 0, responder: server.responder())
    try await application.asked { try await story($0, server.path, conference) }
  }

  @Test("Whoever has the key opens the first call in the browser, and its chair goes on from there; then the page is gone")
  func opened() async throws {
    try await played { client, path, conference in
      var browser = Browser(client)
      #expect(try await browser.get("/").text.contains("Nothing is open here yet"))
      #expect(try await browser.get("/set-up/aaaa").status == .notFound)
      let page = try await browser.get(path)
      #expect(page.status == .ok && page.text.contains("call: conf-2027"))
      let written = try await browser.get(
        path + "?conference=SYS%202027&contact=c@sys.example&closes=2027-01-29&zone=Europe/Berlin")
      #expect(written.text.contains("call: sys-2027") && written.text.contains("closes: 2027-01-29 23:59 AoE"))
      let text = try StarterCall(name: "SYS 2027", closes: "2027-01-29", zone: "UTC", contact: "c@sys.example").written(
        at: conference.now
      ).get()
      let form = [("text", text), ("name", "Clara Chair"), ("email", "clara@sys.example")]
      let opened = try await browser.post(path, form + [("action", "open")])
      #expect(opened.status == .seeOther && opened.location.hasPrefix("/invitation/"))
      #expect(try await browser.get("/").text.contains("SYS 2027"))
      #expect(try await browser.get(path).status == .notFound)
      #expect(try await browser.post(path, form + [("action", "open")]).status == .notFound)
      try await browser.get(opened.location)
      try await browser.post(opened.location, [("answer", "accept")])
      #expect(try await browser.get("/chair").status == .ok)
      #expect(try await conference.calls() == [ID("sys-2027")])
    }
  }

  @Test("A call file in another encoding is answered on its form, by its name, with all that was typed; nothing is open then")
  func encoding() async throws {
    try await played { client, path, conference in
      var browser = Browser(client)
      try await browser.get(path)
      for action in ["check", "open"] {
        let typed = [("action", action), ("text", "call: typed"), ("name", "Clara Chair"), ("email", "clara@sys.example")]
        let answer = try await browser.upload(Array("name: Caf".utf8) + [0xE9], to: path, named: "call.yaml", with: typed)
        #expect(answer.status == .unprocessableContent && answer.text.contains("“call.yaml” is not UTF-8 text"))
        #expect(answer.text.contains("href=\"#f-file\"") && answer.text.contains("id=\"f-file\""))
        #expect(answer.text.contains("call: typed") && answer.text.contains("Clara Chair"))
      }
      #expect(try await conference.calls().isEmpty)
    }
  }

  @Test(
    "A file with mistakes, and a chair without an address, come back as typed with each mistake's place; nothing is open then")
  func refused() async throws {
    try await played { client, path, conference in
      var browser = Browser(client)
      try await browser.get(path)
      let form = [("text", "call: x\nnaem: X\n"), ("name", "Clara"), ("email", "clara")]
      let checked = try await browser.post(path, form + [("action", "check")])
      #expect(checked.status == .unprocessableContent && checked.text.contains("line 2, column 1"))
      let refused = try await browser.post(path, form + [("action", "open")])
      #expect(refused.status == .unprocessableContent && refused.text.contains("naem: X") && refused.text.contains("f-email"))
      let file = try await browser.upload(Array("call: y\n".utf8), to: path, named: "call.yaml", with: [("action", "check")])
      #expect(file.text.contains("call: y") && !file.text.contains("call: x"))
      let wrong = try await browser.get(path + "?conference=&contact=&closes=&zone=")
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("call: conf-2027"))
      #expect(try await browser.post("/set-up/aaaa", form).status == .notFound)
      #expect(try await conference.calls().isEmpty)
    }
  }
}
