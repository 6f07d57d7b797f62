import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Letters that aren't required")
struct DigestTests {
  private func choose(_ choice: LetterChoice, _ person: Person, _ stage: ReviewStage) async throws {
    try await stage.conference.act { try $0.session.setLetterChoice(choice, of: person.id, at: $0.now) }
  }

  @Test("Whoever wants one letter a day gets one at the hour, with what they may know by then; whoever wants none gets none")
  func day() async throws {
    let stage = try await ReviewStage.open()
    let papers = [try await stage.paper("First"), try await stage.paper("Second")]
    var tasks: [[ID<Assignment>]] = []
    for paper in papers { tasks.append(try await stage.assign(paper, to: [stage.rita, stage.ron, stage.ruth])) }
    stage.clock.set(stage.reviewing)
    for given in tasks {
      for (person, task) in zip([stage.rita, stage.ron, stage.ruth], given) {
        try await stage.desk(person).submit(task, basedOn: 0, stage.answers("in"))
      }
    }
    try await choose(.digest, stage.ron, stage)
    try await choose(.none, stage.ruth, stage)
    for given in tasks {
      for text in ["Canary one.", "Canary two."] { try await stage.desk(stage.rita).comment(given[0], text: text) }
    }
    try await stage.runDue()
    let others = Set(try await stage.letters("discussion-comment").map(\.toEmail))
    #expect(others == [stage.chair.email, stage.otherChair.email])
    try await stage.conflict(stage.ron, with: papers[1])
    stage.clock.set(stage.reviewing.adding(.hours(25)))
    let transport = MemoryTransport()
    try await stage.conference.jobRunner(inspector: FixedInspector(seeing: "conforming"), transport: transport).runDue()
    let digests = await transport.messages.filter { $0.subject.contains("Today") }
    #expect(digests.map(\.to.address.text) == [stage.ron.email])
    let body = digests.first?.body ?? ""
    #expect(body.contains("First") && !body.contains("Second") && !body.contains("Canary one") && body.contains("(2 times)"))
    let again = MemoryTransport()
    try await stage.conference.jobRunner(inspector: FixedInspector(seeing: "conforming"), transport: again).runDue()
    #expect(await again.messages.isEmpty)
    let chair = try stage.conference.chairDesk(for: try await stage.conference.viewer(stage.chair, at: stage.call.id))
    #expect(!contents(of: try await chair.letters()).contains("Today"))
  }

  @Test("A letter that can be turned off says where, sealed; whoever has the address turns it off once, and no other seal holds")
  func oneClick() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("First")
    let task = try await stage.assign(paper, to: [stage.rita])[0]
    stage.clock.set(stage.reviewing)
    try await stage.desk(stage.rita).submit(task, basedOn: 0, stage.answers("in"))
    try await stage.desk(stage.rita).comment(task, text: "Well?")
    let transport = MemoryTransport()
    try await stage.conference.jobRunner(inspector: FixedInspector(seeing: "conforming"), transport: transport).runDue()
    let messages = await transport.messages
    let comment = try #require(messages.first { $0.subject.contains("comment") && $0.to.address.text == stage.chair.email })
    #expect(messages.filter { !$0.subject.contains("comment") }.allSatisfy { $0.offAddress == nil })
    let address = try #require(comment.offAddress)
    let raw = String(decoding: comment.rendered(), as: UTF8.self)
    #expect(raw.contains("List-Unsubscribe:\r\n <\(address)>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
    let token = try #require(address.split(separator: "/").last.map(String.init))
    let id = try #require(token.split(separator: ".").first)
    for wrong in ["nowhere", "\(id).", "\(id).00", token.replacing(id, with: stage.ron.id.text), ""] {
      #expect(try await refusal { try await stage.conference.turnLettersOff(token: wrong) } == .notFound, "\(wrong)")
    }
    try await stage.conference.turnLettersOff(token: token)
    try await stage.conference.turnLettersOff(token: token)
    let choice = try await stage.conference.look { try $0.session.letterChoice(of: stage.chair.email) }
    #expect(choice == .none)
  }

  @Test("Nobody turns off what is required, and turned off meanwhile a digest isn't written")
  func required() async throws {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("First")
    let tasks = try await stage.assign(paper, to: [stage.rita, stage.ron])
    try await choose(.none, stage.rita, stage)
    try await choose(.digest, stage.ron, stage)
    stage.clock.set(stage.reviewing)
    for (person, task) in zip([stage.rita, stage.ron], tasks) {
      try await stage.desk(person).submit(task, basedOn: 0, stage.answers("in"))
    }
    #expect(try await stage.letters("review-received").count == 2)
    try await stage.desk(stage.rita).comment(tasks[0], text: "Well?")
    try await stage.runDue()
    try await choose(.none, stage.ron, stage)
    stage.clock.set(stage.reviewing.adding(.hours(25)))
    let transport = MemoryTransport()
    try await stage.conference.jobRunner(inspector: FixedInspector(seeing: "conforming"), transport: transport).runDue()
    #expect(await transport.messages.filter { $0.subject.contains("Today") }.isEmpty)
  }
}
