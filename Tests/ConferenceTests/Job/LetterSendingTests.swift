import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Letters on their way out")
struct LetterSendingTests {
  /// A house with so many unsent letters.
  private func house(letters count: Int) async throws -> TestHouse {
    let house = try await TestHouse.open()
    let ada = try await house.person("Ada Byron")
    var entry = house.entry("Many Authors", by: ada)
    entry.authors += (0..<count).map {
      Author(name: "Author \($0)", email: "author\($0)@example.org", affiliation: "Example University")
    }
    _ = try await house.authorDesk(ada).register(entry)
    return house
  }

  private func unsent(_ house: TestHouse) async throws -> Int {
    try await house.conference.look { try $0.session.countUnsentLetters() }
  }

  @Test("While the mail server is down letters wait, and each leaves once when it is back")
  func serverDown() async throws {
    let house = try await house(letters: 7)
    let transport = CountingTransport()
    await transport.goDown()
    for _ in 0..<4 { try await house.runDue(transport) }
    #expect(await transport.attempts == 7)
    #expect(try await unsent(house) == 7)
    #expect(try await house.letters("coauthor-notice").allSatisfy { $0.lastError == "The mail server does not answer." })
    try await house.runDue(transport)
    #expect(await transport.attempts == 7, "a letter was tried again before its moment")
    await transport.fail(nil)
    house.clock.advance(by: JobRunner.backOff(1))
    for _ in 0..<3 { try await house.runDue(transport) }
    #expect(try await unsent(house) == 0)
    #expect(await transport.sends.count == 7)
    #expect(await transport.sends.values.allSatisfy { $0 == 1 })
  }

  @Test("A mail server that does not answer is left alone after three letters, so that jobs don't wait for it")
  func leftAlone() async throws {
    let house = try await house(letters: 7)
    let transport = CountingTransport()
    await transport.goDown()
    try await house.runDue(transport)
    #expect(await transport.attempts == 3)
  }

  @Test("Each attempt waits twice as long as the one before, at most six hours, and the twentieth is the last")
  func backOff() async throws {
    #expect((1...6).map(JobRunner.backOff) == [1, 2, 4, 8, 16, 32].map(Span.minutes))
    #expect([10, 20, 1_000, .max].map(JobRunner.backOff) == Array(repeating: .hours(6), count: 4))
    let house = try await house(letters: 1)
    let transport = CountingTransport()
    await transport.goDown()
    try await house.runDue(transport)
    for attempt in 1..<JobRunner.letterAttemptsLimit {
      house.clock.set(house.clock.now.adding(JobRunner.backOff(attempt)).justBefore)
      try await house.runDue(transport)
      #expect(await transport.attempts == attempt)
      house.clock.advance(by: Span(microseconds: 1))
      try await house.runDue(transport)
      #expect(await transport.attempts == attempt + 1)
    }
    house.clock.advance(by: .days(30))
    try await house.runDue(transport)
    #expect(await transport.attempts == JobRunner.letterAttemptsLimit)
    #expect(try await house.letters("coauthor-notice").first?.failedAt != nil)
  }

  @Test("A letter nobody will take is given up with the reason, the others leave, and it can be tried again")
  func permanentFailure() async throws {
    let house = try await house(letters: 4)
    let transport = CountingTransport()
    await transport.fail { message in
      message.to.address.folded == "author1@example.org" ? .permanent(reason: "No such mailbox.") : nil
    }
    try await house.runDue(transport)
    house.clock.advance(by: .days(1))
    try await house.runDue(transport)
    #expect(await transport.sends.count == 3)
    #expect(await transport.attempts == 4)
    let failed = try #require(try await house.letters("coauthor-notice").first { $0.failedAt != nil })
    #expect(failed.toEmail == "author1@example.org")
    #expect(failed.lastError == "No such mailbox.")
    await transport.fail(nil)
    let isRetried = try await house.conference.act { [id = house.call.id] act in
      try act.session.retryLetters(failed.id, of: id, chairedBy: "", at: act.now) == 1
    }
    #expect(isRetried)
    try await house.runDue(transport)
    #expect(await transport.sends[failed.id] == 1)
    #expect(try await unsent(house) == 0)
  }

  @Test("Two workers at once send no letter twice")
  func twoWorkers() async throws {
    let house = try await house(letters: 20)
    let transport = CountingTransport()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<3 { group.addTask { try await house.runDue(transport) } }
      try await group.waitForAll()
    }
    #expect(await transport.sends.count == 20)
    #expect(await transport.sends.values.allSatisfy { $0 == 1 })
  }

  @Test("A letter whose worker ended while sending is sent by the next under the same id, so that it is kept once")
  func workerGone() async throws {
    let house = try await house(letters: 1)
    let transport = MemoryTransport()
    // A worker takes the letter, hands it over, and is gone before it can say so.
    let taken = try await house.conference.act { act in
      try act.session.leaseLetter(at: act.now, until: act.now.adding(JobRunner.lease))
    }
    let letter = try #require(taken)
    let address = try #require(EmailAddress(letter.toEmail))
    try await transport.send(
      MailMessage(
        to: Mailbox(address), from: Mailbox(address), subject: letter.subject, body: letter.body, messageID: letter.id,
        date: letter.queuedAt))
    try await house.runDue(transport)
    #expect(try await unsent(house) == 1, "another worker took a letter that is being sent")
    house.clock.advance(by: JobRunner.lease)
    try await house.runDue(transport)
    #expect(try await unsent(house) == 0)
    #expect(await transport.messages.map(\.messageID) == [letter.id])
  }

  @Test("A letter with a one-time link holds its text only until it is sent")
  func secretErased() async throws {
    let house = try await TestHouse.open()
    try await house.conference.requestSignInLink(email: "ada@example.org", next: "", call: house.call.id)
    let transport = CountingTransport()
    await transport.goDown()
    try await house.runDue(transport)
    house.clock.advance(by: .hours(1))
    let waiting = try await house.conference.look { act in
      try !act.session.dueLetters(at: act.now, limit: 1).isEmpty
    }
    #expect(waiting)
    #expect(try await house.letters("sign-in-link").isEmpty, "the outbox shows a one-time link")
    let sent = try await house.delivered()
    #expect(sent.first?.body.contains("/sign-in/link/") == true)
    let bodies = try await house.conference.look { act in
      try act.session.rows("SELECT body FROM letter WHERE secret") { try $0.text(0) }
    }
    #expect(bodies == [""])
  }
}
