import Conference
import HTTPTypes
import LecternTesting
import PeerReview
import Testing

@testable import Web

@Suite("A plan's way, over HTTP")
struct PlanStoryTests {
  private static let numbers = [("reviewsPerSubmission", "1"), ("loadMinimum", "0"), ("loadMaximum", "3"), ("seed", "4")]

  @Test("A method is chosen with its settings; a wrong one comes back as typed, with what would be right")
  func methods() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let front = try await scene.clara.get("/chair/assignment").text
      for kind in PlanMethod.Kind.allCases { #expect(front.contains("value=\"\(kind.rawValue)\"")) }
      let wrong = try await scene.clara.post(
        "/chair/assignment/run", Self.numbers + [("method", "guess"), ("limit", "2"), ("perturbation", "9")])
      #expect(wrong.status == .unprocessableContent)
      for text in ["optimal, fair, randomized, perturbed", "value=\"2\"", "from 0.001 to 1", "from 0 to 0.5"] {
        #expect(wrong.text.contains(text), "\(text)")
      }
      let asked = try await scene.clara.post(
        "/chair/assignment/run", Self.numbers + [("method", "randomized"), ("limit", "0.9")])
      #expect(asked.status == .seeOther)
      let path = String(asked.location.prefix { $0 != "?" })
      _ = try await stage.letters(to: "nobody@uni.example")
      #expect(try await scene.clara.get(path).text.contains("no pair likelier than 0.9"))
    }
  }

  @Test("A plan's page tells why a paper has its reviewers, and nothing of a paper that isn't there")
  func why() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let asked = try await scene.clara.post("/chair/assignment/run", Self.numbers)
      let path = String(asked.location.prefix { $0 != "?" })
      _ = try await stage.letters(to: "nobody@uni.example")
      let link = "\(path)?why=\(scene.paper)"
      #expect(try await scene.clara.get(path).text.contains("href=\"\(link)\""))
      let told = try await scene.clara.get(link).text
      #expect(told.contains("Who has it") && told.contains("Who else could have it"))
      let nowhere = try await scene.clara.get("\(path)?why=nowhere")
      #expect(nowhere.status == .notFound)
      var cyril = try await stage.browser(client, of: "cyril@chair.example", as: .chair)
      let kind = stage.call.conflictKinds.first?.key ?? ""
      _ = try await cyril.post(
        "/chair/submissions/\(scene.paper)/conflicts",
        [("person", cyril.person.text), ("kind", kind), ("action", "add"), ("ends", "yes")])
      let hidden = try await cyril.get(link)
      let absent = try await cyril.get("\(path)?why=nowhere")
      #expect(hidden.status == .notFound && hidden.comparable == absent.comparable)
    }
  }

  @Test("The matcher is stopped from the plan's page while it works, without scripts")
  func stopped() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let asked = try await scene.clara.post("/chair/assignment/run", Self.numbers)
      let path = String(asked.location.prefix { $0 != "?" })
      let page = try await scene.clara.get(path).text
      #expect(page.contains("Stop the matcher") && page.contains("Look again"))
      #expect(try await scene.clara.post("\(path)/cancel").location == "\(path)?did=stopped")
      _ = try await stage.letters(to: "nobody@uni.example")
      let after = try await scene.clara.get(path).text
      #expect(after.contains("Stopped") && !after.contains("Stop the matcher"))
      #expect(
        try await scene.clara.post("\(path)/release", [("version", "0"), ("confirm", "yes")]).status == .unprocessableContent)
    }
  }
}
