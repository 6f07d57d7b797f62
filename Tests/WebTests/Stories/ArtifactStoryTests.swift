import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("Artifacts, over HTTP")
struct ArtifactStoryTests {
  private struct Scene {
    var program: ReviewingStage
    var arno: Browser
    var elsa: Browser
    let path: String
    let policy: ArtifactPolicy

    mutating func advance(to moment: Instant) async throws {
      try await program.advance(to: moment)
      try await program.stage.renew(&arno)
      try await program.stage.renew(&elsa)
    }
  }

  /// Ada's paper accepted and released; Arno chairs artifact evaluation, Elsa evaluates.
  private func scene(_ stage: WebStage, _ client: RouterClient) async throws -> Scene {
    var program = try await ReviewingStage.open(stage, client)
    let arno = try await stage.browser(client, of: "arno@artifacts.example", as: .artifactChair)
    let elsa = try await stage.browser(client, of: "elsa@artifacts.example", as: .evaluator)
    try await program.advance(to: stage.call.calendar.notification)
    let path = "/submissions/\(program.paper)/artifact"
    #expect(try await program.ada.get(path).status == .notFound)
    try await program.clara.post("/chair/submissions/\(program.paper)/decision", [("version", "0"), ("decision", "accept")])
    let released = try await program.release()
    #expect(released.status == .seeOther)
    var scene = Scene(program: program, arno: arno, elsa: elsa, path: path, policy: try required(stage.call.artifacts))
    try await scene.advance(to: stage.call.calendar.notification)
    return scene
  }

  private func form(_ location: String, version: Int, action: String = "save") -> [(String, String)] {
    [
      ("version", "\(version)"), ("description", "Traces."), ("claims.0.claim", "It is fast."),
      ("claims.0.experiments", "Run it."), ("hardware", "Any."), ("duration", "An hour."), ("location", location),
      ("badges", "available"), ("badges", "evaluated-functional"), ("action", action),
    ]
  }

  @Test("An author registers and fills in an artifact without a script; what is refused comes back with what was typed")
  func author() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await scene(stage, client)
      #expect(try await scene.program.ada.get("/submissions/\(scene.program.paper)").text.contains("href=\"\(scene.path)\""))
      #expect(try await scene.program.ada.get(scene.path).text.contains("Register an artifact"))
      #expect(try await scene.program.ada.post(scene.path, [("action", "register")]).location == scene.path + "?did=registered")
      let more = try await scene.program.ada.post(scene.path, form("", version: 1, action: "claim-add"))
      #expect(more.status == .ok && more.text.contains("claims.1.claim") && more.text.contains("It is fast."))
      let wrong = try await scene.program.ada.post(scene.path, form("https://github.com/ada/x", version: 1))
      #expect(wrong.status == .unprocessableContent)
      #expect(wrong.text.contains("github.com is a code host") && wrong.text.contains("It is fast."))
      #expect(
        try await scene.program.ada.post(scene.path, form("10.5281/zenodo.1", version: 1)).location == scene.path + "?did=saved")
      let stale = try await scene.program.ada.post(scene.path, form("10.5281/zenodo.2", version: 1))
      #expect(stale.status == .conflict && stale.text.contains("10.5281/zenodo.1") && stale.text.contains("10.5281/zenodo.2"))
      let bad = try await scene.program.ada.upload(Array("no archive".utf8), to: scene.path + "/files/archive")
      #expect(bad.status == .unprocessableContent && bad.text.contains("This is no archive."))
      let kept = try await scene.program.ada.upload(Array("PK\u{3}\u{4} x".utf8), to: scene.path + "/files/archive")
      #expect(kept.location == scene.path + "?did=stored")
      #expect(try await scene.program.ada.get(scene.path + "/files/archive/1").status == .ok)
      #expect(try await scene.program.rita.get(scene.path).status == .notFound)
    }
    #expect(stage.log.lines.filter { $0.hasPrefix("fault") } == [])
  }

  @Test("From assignment to badges: a warning stands before the authors' host, and the program finds nothing on the way")
  func evaluation() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await scene(stage, client)
      try await scene.program.ada.post(scene.path, [("action", "register")])
      try await scene.program.ada.post(scene.path, form("10.5281/zenodo.1", version: 1))
      try await scene.advance(to: scene.policy.calendar.artifact)
      let planned = try await scene.arno.post("/artifacts/plan")
      #expect(planned.location == "/artifacts?did=said")
      let home = try await scene.elsa.get("/evaluations").text
      let task = try required(home.firstMatch(of: #/href="(\/evaluations\/[a-z0-9]+)"/#).map { String($0.1) })
      #expect(try await scene.elsa.get(task).text.contains("The accepted paper (PDF)"))
      #expect(try await scene.elsa.get(task + "/files/paper").status == .ok)
      let visit = try await scene.elsa.get(task + "/visit").text
      #expect(visit.contains("Your visit can be seen") && visit.contains("https://doi.org/10.5281/zenodo.1"))
      let report = try await scene.elsa.post(task, [("action", "report"), ("outcome", "blocked"), ("report", "")])
      #expect(report.status == .unprocessableContent && report.text.contains("Say what is in the way"))
      try await scene.elsa.post(task, [("action", "report"), ("outcome", "problems"), ("report", "It stops at once.")])
      #expect(try await scene.program.ada.get(scene.path).text.contains("It stops at once."))
      #expect(try await scene.program.ada.post(scene.path + "/messages", [("text", "Any shell.")]).status == .seeOther)
      #expect(try await scene.elsa.get(task).text.contains("Any shell."))
      let half = try await scene.elsa.post(task, [("action", "submit"), ("version", "0"), ("toAuthors", "As typed")])
      #expect(half.status == .unprocessableContent && half.text.contains("As typed"))
      #expect(try await scene.elsa.post(task, evaluation(scene.policy)).location == task + "?did=handed-in")
      try await decide(&scene)
      for var browser in [scene.program.clara, scene.program.rita, scene.program.ada] {
        for path in ["/artifacts", "/evaluations", task, "/artifacts/people"] {
          #expect(try await browser.get(path).status == .notFound)
        }
      }
      let outbox = try await scene.program.clara.get("/chair/letters").text
      for words in ["Artifact registered", "Kick-the-tires", "Badges for"] { #expect(!outbox.contains(words)) }
      let record = try await scene.program.clara.get("/chair/audit").text
      for words in ["register artifact", "assign artifact", "badge", "evaluator"] { #expect(!record.contains(words)) }
      let letters = try await stage.letters(to: "ada@uni.example").filter { $0.subject.contains("Badges for") }
      #expect(letters.count == 1 && letters.allSatisfy { !$0.body.contains("Elsa") })
    }
    #expect(stage.log.lines.filter { $0.hasPrefix("fault") } == [])
  }

  private func evaluation(_ policy: ArtifactPolicy) -> [(String, String)] {
    [ArtifactBadge.available, .functional].flatMap { badge in
      (policy.badge(badge)?.checklist ?? []).map { ("checks", "\(badge.rawValue).\($0.key)") }
        + [("badges.\(badge.rawValue)", "yes")]
    } + [("action", "submit"), ("version", "0"), ("toAuthors", "Fine.")]
  }

  private func decide(_ scene: inout Scene) async throws {
    let list = try await scene.arno.get("/artifacts").text
    let page = try required(list.firstMatch(of: #/href="(\/artifacts\/[a-z0-9]{26})"/#).map { String($0.1) })
    #expect(try await scene.arno.get(page).text.contains("Elsa"))
    try await scene.arno.post(page, [("action", "decide"), ("badge", "available"), ("verdict", "award")])
    let silent = try await scene.arno.post(
      page, [("action", "decide"), ("badge", "evaluated-functional"), ("verdict", "refuse")])
    #expect(silent.status == .unprocessableContent && silent.text.contains("Tell the authors why"))
    try await scene.arno.post(
      page, [("action", "decide"), ("badge", "evaluated-functional"), ("verdict", "award"), ("note", "")])
    try await scene.advance(to: scene.policy.calendar.badges)
    #expect(try await scene.arno.post("/artifacts/release").status == .unprocessableContent)
    #expect(try await scene.arno.post("/artifacts/release", [("confirm", "yes")]).location == "/artifacts?did=released")
    #expect(try await scene.arno.get("/artifacts").text.contains("fewer than 5"))
    #expect(try await scene.program.ada.get(scene.path).text.contains("Awarded"))
  }

  @Test("Invitations to evaluate stand a hundred a page, and the filter finds them on all")
  func invitationPages() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await scene(stage, client)
      let emails = (1...101).map { "guest\($0)@artifacts.example" }
      let form = [("email", emails.joined(separator: "\n")), ("office", "artifact-evaluator")]
      #expect(try await scene.arno.post("/artifacts/people/invite", form).status == .seeOther)
      func shown(_ text: String) -> Set<String> { Set(emails.filter { text.contains(">\($0)<") }) }
      let first = try await scene.arno.get("/artifacts/people?q=guest")
      let second = try await scene.arno.get("/artifacts/people?q=guest&page=1&invited=2")
      #expect(shown(first.text).count == 100 && shown(second.text).count == 1)
      #expect(shown(first.text).union(shown(second.text)).count == 101)
      for (page, other) in [(first, "invited=2"), (second, "invited=1")] {
        #expect(page.text.contains("href=\"/artifacts/people?q=guest&amp;page=1&amp;\(other)\""))
        #expect(!page.text.contains("href=\"/chair/people"))
      }
      let last = try await scene.arno.get("/artifacts/people?q=guest101")
      #expect(shown(last.text) == ["guest101@artifacts.example"] && !last.text.contains("aria-label=\"Pages\""))
    }
  }

  @Test("An artifact chair invites evaluators at a page of the committee's own, and nobody to another office")
  func people() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await scene(stage, client)
      let form = [("email", "new@artifacts.example"), ("office", "artifact-evaluator")]
      #expect(try await scene.arno.post("/artifacts/people/invite", form).location == "/artifacts/people?did=invited")
      #expect(try await scene.arno.get("/artifacts/people").text.contains("new@artifacts.example"))
      let wrong = try await scene.arno.post(
        "/artifacts/people/invite", [("email", "new@artifacts.example"), ("office", "chair")])
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("Choose the office"))
      let people = try await scene.program.clara.get("/chair/people").text
      #expect(people.contains("arno@artifacts.example"))
      #expect(!people.contains("new@artifacts.example") && !people.contains("elsa@artifacts.example"))
      let chair = try await scene.program.clara.post("/chair/people/invite", form)
      #expect(chair.status == .unprocessableContent)
      let gone = [("action", "remove"), ("person", scene.elsa.person.text)]
      #expect(try await scene.arno.post("/artifacts/people", gone).location == "/artifacts/people?did=removed")
      #expect(try await scene.elsa.get("/evaluations").status == .notFound)
    }
  }
}
