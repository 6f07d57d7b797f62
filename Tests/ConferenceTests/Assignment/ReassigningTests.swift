import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Handing on papers")
struct ReassigningTests {
  @Test("Who drops out hands on every open paper in one act: proposed by affinity, load and conflict, previewed, with letters")
  func handOn() async throws {
    let house = try await TestHouse.open()
    let (clara, ada) = (try await house.person("Clara Chair", .chair), try await house.person("Ada Byron"))
    let papers = [
      try await house.paper("One", by: ada), try await house.paper("Two", by: ada), try await house.paper("Three", by: ada),
    ]
    let people = try await house.reviewers(4)
    let (leaving, expert, torn, other) = (people[0], people[1], people[2], people[3])
    try await house.expertise(expert, ["storage": 2])
    try await house.conflict(torn, with: papers[0])
    try await house.conference.act { [call = house.call] in
      try $0.session.setLoadLimit(1, of: expert.id, in: .reviewer, at: call.id)
    }
    house.clock.set(house.call.calendar.submission.closes.adding(.hours(1)))
    for paper in papers { try await house.assign(paper, to: [leaving]) }
    let done = try #require(try await house.assignments(of: papers[2]).first)
    house.clock.set(house.call.calendar.reviewing.opens)
    let form = try #require(house.call.track("research")?.reviewForm)
    try await house.reviewerDesk(leaving).submit(
      done.id, basedOn: 0,
      ReviewAnswers(
        scores: Dictionary(uniqueKeysWithValues: form.scored.map { ($0.key, 3) }),
        texts: Dictionary(uniqueKeysWithValues: form.texts.map { ($0.key, "Words.") })))

    let desk = try await house.chairDesk(clara)
    #expect(try await desk.people().people.first { $0.id == leaving.id }?.owesReviews == true)
    let page = try await desk.reassignment(of: leaving.id)
    #expect(Set(page.rows.map(\.id)) == Set(papers.prefix(2)))
    #expect(!page.rows.flatMap(\.candidates).map(\.id).contains(leaving.id))
    let first = try #require(page.rows.first { $0.id == papers[0] })
    #expect(!first.candidates.map(\.id).contains(torn.id))
    let chosen = Dictionary(
      page.rows.compactMap { row in row.chosen.map { (row.id, $0) } }, uniquingKeysWith: { first, _ in first })
    #expect(chosen.count == 2 && chosen.values.count { $0 == expert.id } == 1)

    for wrong in [[papers[0]: torn.id], [papers[0]: expert.id, papers[1]: expert.id], [:]] {
      #expect(try await desk.reassignment(of: leaving.id, chosen: wrong, isPreview: true).preview == nil)
    }
    let preview = try #require(try await desk.reassignment(of: leaving.id, chosen: chosen, isPreview: true).preview)
    #expect(preview.total == 2)
    #expect(try await house.assignments(of: papers[0]).map(\.person) == [leaving.id])
    #expect(try await refusal { try await desk.reassign(from: leaving.id, chosen, seen: "other") } == .stale)
    #expect(try await desk.reassign(from: leaving.id, chosen, seen: preview.seen) == 2)
    for paper in papers.prefix(2) {
      let holders = try await house.assignments(of: paper).map(\.person)
      #expect(holders.count == 1 && holders.first == chosen[paper])
    }
    #expect(try await house.assignments(of: papers[2]).map(\.person) == [leaving.id])
    #expect(try await house.letters("review-not-needed").map(\.toEmail) == [leaving.email, leaving.email])
    let told = Set(try await house.letters("review-assigned").map(\.toEmail))
    #expect(told == Set(people.filter { chosen.values.contains($0.id) }.map(\.email)))
    #expect(try await house.recorded("unassign") == 2)
    #expect(try await desk.reassignment(of: leaving.id).rows.isEmpty)
    #expect(try await refusal { _ = try await desk.reassignment(of: ada.id) } == .notFound)
    #expect(other.id != leaving.id)
  }
}
