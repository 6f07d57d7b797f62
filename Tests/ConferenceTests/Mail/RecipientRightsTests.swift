import Foundation
import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("A letter is written with its recipient's rights")
struct RecipientRightsTests {
  private static let headers: Set<String> = [
    "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
    "Content-Transfer-Encoding",
  ]

  @Test("That authors answered is told to reviewers whose own review is in, and to no other")
  func response() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Answered")
    let tasks = try await stage.assign(paper, to: [stage.rita, stage.ron, stage.ruth])
    stage.clock.set(stage.reviewing)
    try await stage.desk(stage.rita).submit(tasks[0], basedOn: 0, stage.answers("mine"))
    try await stage.desk(stage.ruth).submit(tasks[2], basedOn: 0, stage.answers("mine too"))
    try await stage.conflict(stage.ruth, with: paper)
    stage.clock.set(stage.call.calendar.response.opens)
    try await stage.authorDesk().respond(to: paper, text: "Thank you.")
    #expect(try await stage.letters("response-received").map(\.toEmail) == [stage.rita.email])
  }

  @Test("Whatever causes it, none is queued for someone who may not know what it tells")
  func everyStanding() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Secret")
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    try await stage.conflict(stage.otherChair, with: paper)
    let call = stage.call.id
    try await stage.conference.act { act in
      let head = act.letterhead(stage.call)
      let number = SubmissionNumber(1)
      func post(_ letter: some Letter, _ kind: String) throws {
        for person in [stage.author, stage.chair, stage.otherChair, stage.rita, stage.ron] {
          try act.post(letter, kind: kind, to: person.email, call: call, about: paper)
        }
        try act.post(letter, kind: kind, to: "stranger@example.org", call: call, about: paper)
      }
      try post(DiscussionCommentLetter(head: head, number: number, title: "Secret", path: "/"), "discussion")
      try post(
        DecisionLetter(
          head: head, number: number, title: "Secret", track: "", decision: "Accept", accepts: true, note: "", reviews: [],
          path: "/"), "decision")
      try post(
        CoauthorNoticeLetter(head: head, name: "", number: number, title: "Secret", listedBy: "Ada", path: "/"), "authors")
      try act.post(
        ReviewAssignedLetter(
          head: head, name: "", papers: [.init(number: number, title: "Secret", path: "/reviews/\(task)")], due: act.now),
        kind: "assigned", to: stage.otherChair.email, call: call, telling: [paper])
    }
    let chair = stage.chair.email
    #expect(try await stage.letters("discussion").map(\.toEmail) == [chair])
    #expect(try await stage.letters("decision").map(\.toEmail) == [chair])
    #expect(try await stage.letters("authors").map(\.toEmail) == [stage.author.email, chair])
    #expect(try await stage.letters("assigned").isEmpty)
  }

  @Test("What surrounds a letter tells nothing: one recipient, a drawn id, the moment it was queued, one sender for all")
  func envelope() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    try await stage.review(paper, by: [stage.rita])
    let transport = MemoryTransport()
    try await stage.conference.jobRunner(inspector: try FixedInspector(seeing: "conforming"), transport: transport).runDue()
    let messages = await transport.messages
    #expect(messages.count > 2)
    #expect(Set(messages.map(\.messageID)).count == messages.count && Set(messages.map(\.from.address)).count == 1)
    let number = try await stage.number(of: paper).dropFirst()
    for message in messages {
      let text = String(decoding: message.rendered(), as: UTF8.self)
      let lines: [String] = (text.components(separatedBy: "\r\n\r\n").first ?? "").components(separatedBy: "\r\n")
      let names: [String] = lines.filter { !$0.hasPrefix(" ") }.map { String($0.prefix { $0 != ":" }) }
      #expect(Set(names).subtracting(Self.headers) == [] && names.contains("Message-ID"))
      #expect(!message.messageID.contains(paper.text) && !message.messageID.contains(number) && message.messageID.count == 26)
    }
  }
}
