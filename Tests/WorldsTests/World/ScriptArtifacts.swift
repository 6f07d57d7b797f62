import Foundation
import LecternTesting
import Pages
import PeerReview

@testable import Conference
@testable import Store

/// How artifacts of accepted papers are registered, evaluated and given badges. In the world where `caches` is not accepted,
/// nothing happens to its artifact.
extension World {
  /// The person behind the second evaluation of `caches`' artifact.
  var second: String { changed == .artifactEvaluator ? "edna" : "evan" }

  func registerArtifacts() async throws {
    let content = ArtifactContent(
      description: "Traces of \(tell(.artifactDescription, "description", otherwise: "caches")).",
      claims: [ArtifactClaim(claim: "Clay keeps \(tell(.artifactText, "claim", otherwise: "little")).", experiments: "Run it.")],
      hardware: "None in particular.", duration: "An hour.", accounts: "",
      location: "10.5281/\(tell(.artifactText, "location", otherwise: "zenodo.1"))",
      access: "The word is \(tell(.artifactText, "access", otherwise: "open")).", badges: [.available, .functional])
    try await final("ada registers the artifact") { try await author("ada").registerArtifact(paper("caches")) }
    try await final("ada fills in the artifact") {
      let erik = people["erik"].map { [$0.id] } ?? []
      try await author("ada").saveArtifact(paper("caches"), basedOn: 1, content, kept: erik)
      artifacts["caches"] = try await artifact(of: "caches")
    }
    let bytes = tell(.artifactText, "file", otherwise: "other bytes")
    try await final("ada uploads the artifact") {
      let upload = try await author("ada").beginArtifactUpload(to: ArtifactSlot.archive, of: paper("caches"))
      try upload.append([0x50, 0x4B, 0x03, 0x04] + Array(bytes.utf8))
      _ = try await upload.finish()
    }
    let hint = tell(.artifactExistence, "description", otherwise: "")
    try await act("olga registers the artifact of wells") {
      guard changed != .artifactExistence else { return }
      let olga = try await author("olga")
      try await olga.registerArtifact(paper("wells"))
      var wells = content
      wells.description = "Buckets and \(hint)."
      wells.claims = [ArtifactClaim(claim: "Wells are deep.", experiments: "Fall.")]
      (wells.location, wells.access, wells.badges) = ("https://wells.example/artifact", "", [.functional])
      try await olga.saveArtifact(paper("wells"), basedOn: 1, wells)
      artifacts["wells"] = try await artifact(of: "wells")
    }
  }

  func evaluate() async throws {
    guard let calendar = call.artifacts?.calendar else { return }
    clock.advance(to: calendar.registration.adding(.hours(1)))
    try await final("emil prefers") {
      guard let id = artifacts["caches"] else { return }
      try await evaluator("emil").prefer([id: changed == .preference ? "unwilling" : "eager"])
    }
    clock.advance(to: calendar.artifact.adding(.days(1)))
    for key in ["elsa", second] {
      try await final("assign the artifact to \(key == "elsa" ? key : "the second")") {
        guard let id = artifacts["caches"], let person = people[key] else { return }
        try await artifactChair("arno").assign(person.id, to: id)
        let made = try await conference.look { try $0.session.evaluations(of: id) }
        evaluations[key == "elsa" ? key : "second"] = made.first { $0.person == person.id }?.id
      }
    }
    try await evaluateWells()
    try await writeAboutArtifact()
    let text = tell(.evaluationText, "text", otherwise: "It runs.")
    let remark = tell(.evaluationRemarks, "remark", otherwise: "Nothing.")
    let praise = tell(.evaluationRemarks, "nomination", otherwise: "It is small.")
    try await final("the second evaluates") {
      let content = EvaluationContent(toAuthors: text, toChairs: remark, nominates: true, nomination: praise)
      try await handIn(content)
    }
    let note = tell(.badge, "note", otherwise: "Well done.")
    for badge in [ArtifactBadge.available, .functional] {
      try await final("arno decides on \(badge)") {
        guard let id = artifacts["caches"] else { return }
        let awards = badge == .available || changed != .badge
        try await artifactChair("arno").decide(badge, on: id, awards: awards, note: note)
      }
    }
    try await act("arno decides on wells") {
      guard let id = artifacts["wells"] else { return }
      try await artifactChair("arno").decide(.functional, on: id, awards: false, note: "Nobody could fall.")
    }
  }

  private func writeAboutArtifact() async throws {
    let report = tell(.artifactDialogue, "report", otherwise: "It stops.")
    let question = tell(.artifactDialogue, "question", otherwise: "Which shell?")
    let answer = tell(.artifactDialogue, "answer", otherwise: "Any shell.")
    try await final("ada looks at the artifact") { _ = try await author("ada").artifact(paper("caches")) }
    try await final("elsa reports") { try await evaluator("elsa").report(evaluation("elsa"), .works, text: "") }
    try await final("the second reports") {
      try await evaluator(second).report(evaluation("second"), .problems, text: report)
    }
    try await final("the second asks") { try await evaluator(second).write(evaluation("second"), text: question) }
    try await final("ada answers") { try await author("ada").writeToEvaluators(paper("caches"), text: answer) }
  }

  private func handIn(_ content: EvaluationContent) async throws {
    var content = content
    content.checks = ["available.archived", "evaluated-functional.runs"]
    content.recommendations = ["available": true, "evaluated-functional": true]
    try await evaluator(second).save(evaluation("second"), basedOn: 0, content, submits: true)
  }

  func releaseBadges() async throws {
    guard let calendar = call.artifacts?.calendar else { return }
    clock.advance(to: calendar.badges.adding(.hours(1)))
    try await act("arno releases badges") { try await artifactChair("arno").releaseBadges(confirmed: true) }
  }

  private func artifact(of key: String) async throws -> ID<Artifact>? {
    let id = try paper(key)
    return try await conference.look { try $0.session.artifact(of: id)?.id }
  }

  private func evaluation(_ role: String) throws -> ID<Evaluation> {
    guard let id = evaluations[role] else { throw WorldFault("no evaluation of \(role)") }
    return id
  }

  func evaluator(_ key: String) async throws -> EvaluatorDesk { try conference.evaluatorDesk(for: try await viewer(key)) }
  func artifactChair(_ key: String) async throws -> ArtifactChairDesk {
    try conference.artifactChairDesk(for: try await viewer(key))
  }
}
