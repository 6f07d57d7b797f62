import Pages
import PeerReview
import Testing

@Suite("Letters")
struct LetterTests {
  static let head = Letterhead(conference: "MLSys 2026", contactEmail: "chairs@x.org", site: "https://lectern.x.org")
  static let due = SampleCall.closes
  static let number = SubmissionNumber(17)

  static func letters(_ text: (String) -> String) -> [any Letter] {
    let title = text("Paged Attention")
    let card = ReviewCard(
      heading: "Reviewer 1", answers: ReviewAnswers(scores: ["overall": 4], texts: ["strengths": text("Simple and measured.")]),
      form: SampleCall(text: { $0 }).form, submittedAt: nil)
    return [
      SignInLinkLetter(head: head, path: "/sign-in/link/abc", expiresAt: due),
      InvitationLetter(
        head: head, name: text("Ada"), office: "reviewer", invitedBy: text("Barbara"), message: text("Please come."),
        path: "/invitation/abc", expiresAt: due),
      SubmissionReceivedLetter(
        head: head, number: number, title: title, track: "Research track", version: 3, submittedAt: due,
        files: [
          .init(slot: .manuscript, version: 2, sizeBytes: 1_830_221, sha256: String(repeating: "ab", count: 32), uploadedAt: due)
        ],
        closes: due, path: "/submissions/p17"),
      SubmissionWithdrawnLetter(head: head, number: number, title: title, withdrawnAt: due, withdrawnBy: text("Ada")),
      CoauthorNoticeLetter(
        head: head, name: text("Ada"), number: number, title: title, listedBy: text("Grace"), path: "/submissions/p17"),
      DeskRejectedLetter(
        head: head, number: number, title: title,
        rejection: DeskRejectionPanel(
          ground: "Format", explanation: text("The margins are narrow."), decidedAt: due, isAppealable: true,
          contactEmail: "c@x.org"),
        path: "/submissions/p17"),
      ReviewAssignedLetter(
        head: head, name: text("Ada"), papers: [.init(number: number, title: title, path: "/reviews/a1")], due: due),
      MetareviewAssignedLetter(
        head: head, name: text("Mira"), papers: [.init(number: number, title: title, path: "/metareviews/t1")], opens: due,
        due: due),
      MetareviewNotNeededLetter(head: head, name: text("Mira"), number: number, title: title),
      MetareviewerLeftLetter(
        head: head, number: number, title: title, metareviewer: text("Mira"), reason: text("I know them."), path: "/chair"),
      ReviewReminderLetter(
        head: head, name: text("Ada"), number: number, title: title, due: due, isLate: true, message: text("Please hurry."),
        path: "/reviews/a1"),
      ReviewReceivedLetter(head: head, number: number, title: title, version: 2, submittedAt: due, path: "/reviews/a1"),
      ReviewsAvailableLetter(
        head: head, number: number, title: title, reviews: 3, due: due, limitWords: 750, path: "/submissions/p17"),
      ResponseReceivedLetter(head: head, number: number, title: title, path: "/reviews/a1"),
      DiscussionCommentLetter(head: head, number: number, title: title, path: "/reviews/a1"),
      DecisionLetter(
        head: head, number: number, title: title, track: "Research track", decision: "Accept", accepts: true,
        note: text("Well done."),
        reviews: [card], path: "/submissions/p17", finalDue: due),
      FinalReminderLetter(
        head: head, name: text("Ada"), number: number, title: title, missing: [text("Upload the final version as a PDF.")],
        due: due,
        path: "/submissions/p17/final"),
      ChangesJudgedLetter(
        head: head, name: text("Ada"), number: number, title: title, approved: false, note: text("Keep the title."), due: due,
        path: "/submissions/p17/final"),
      ShepherdAppointedLetter(
        head: head, name: text("Rita"), number: number, title: title, note: text("Explain figure 3."), due: due,
        path: "/shepherding/p17"),
      ShepherdNamedLetter(
        head: head, name: text("Ada"), number: number, title: title, shepherd: text("Rita"), due: due,
        path: "/submissions/p17/final"),
      ShepherdWordLetter(
        head: head, name: text("Ada"), number: number, title: title, shepherd: text("Rita"), isSatisfied: false,
        note: text("Explain it."), due: due, path: "/submissions/p17/final"),
      OpenedLetter(
        head: head, number: number, title: title, openedBy: text("Clara"), reviewer: text("Rita"), what: "the authors",
        reason: text("A suspicion has to be judged."), path: "/chair/submissions/p17"),
    ] + officeLetters(text) + readerLetters(text, title)
  }

  private static func readerLetters(_ text: (String) -> String, _ title: String) -> [any Letter] {
    [
      DelegationAskedLetter(
        head: head, name: text("Nina"), reviewer: text("Rita"), message: text("You know caches."), title: title, due: due,
        path: "/delegation/abc", expiresAt: due),
      DelegationBegunLetter(head: head, name: text("Nina"), title: title, due: due, path: "/delegated/d1"),
      DelegationNewsLetter(
        head: head, name: text("Rita"), number: number, title: title, writer: text("Nina"), news: .handedOver,
        path: "/reviews/a1/delegation"),
      DelegationEndedLetter(head: head, name: text("Nina")),
      DigestLetter(
        head: head, name: text("Rita"),
        items: [.init(subject: "[MLSys 2026] New comment", words: text("The discussion has a new comment."), times: 2)]),
      DiscussionCommentLetter(head: head, number: number, title: title, isMention: true, path: "/reviews/a1"),
      DiscussionLeadLetter(head: head, name: text("Rita"), number: number, title: title, path: "/reviews/a1"),
    ]
  }

  private static func officeLetters(_ text: (String) -> String) -> [any Letter] {
    let title = text("Paged Attention")
    return [
      AuthorshipDeniedLetter(
        head: head, name: text("Ada"), number: number, title: title, author: text("Bo"), note: text("I left long ago."),
        path: "/submissions/p17"),
      SubmissionExtendedLetter(
        head: head, name: text("Ada"), number: number, title: title, until: due, isSubmitted: false, path: "/submissions/p17"),
      WithdrawalUndoneLetter(head: head, name: text("Ada"), number: number, title: title, path: "/submissions/p17"),
      DeclarationLetter(
        head: head, name: text("Ada"), number: number, title: title, kind: .question, text: text("How do you know them?"),
        removed: [], path: "/submissions/p17/conflicts"),
      DeclarationLetter(
        head: head, name: "", number: number, title: title, kind: .removed, text: text("They never met."),
        removed: [text("Rita"), text("Ron")], path: "/submissions/p17/conflicts"),
      DeclarationAnswerLetter(
        head: head, number: number, title: title, text: text("From a summer school."), path: "/chair/conflicts/p17"),
      ReleasePutBackLetter(
        head: head, name: text("Clara"), at: due, by: text("Cyril"), failure: .undecided, path: "/chair/decisions/letters"),
      IntegrityCaseLetter(
        head: head, name: text("Cyril"), what: "opened", by: text("Clara"), path: "/chair/integrity/c1"),
    ]
  }

  @Test(
    "Every letter names the conference in its subject and ends with where to ask", arguments: LetterTests.letters { $0 }.indices)
  func frame(index: Int) {
    let letter = Self.letters { $0 }[index]
    #expect(letter.subject.hasPrefix("[MLSys 2026] "))
    #expect(letter.body.hasSuffix("The chairs of MLSys 2026\nQuestions: chairs@x.org\n"))
  }

  @Test("No text of a person begins another line of the subject", arguments: LetterTests.letters { $0 }.indices)
  func subject(index: Int) {
    let letter = Self.letters { "x\r\nBcc: all@x.org\u{2028}" + $0 }[index]
    #expect(!letter.subject.contains { $0.isNewline })
  }

  @Test("Lines are at most 72 characters, addresses and hashes apart", arguments: LetterTests.letters { $0 }.indices)
  func lines(index: Int) {
    let long = String(repeating: "long words in a row ", count: 20)
    let lines = Self.letters { $0 + " " + long }[index].body.split(separator: "\n")
    #expect(lines.filter { $0.count > 72 && !$0.contains("https://") && !$0.hasPrefix("SHA-256") } == [])
  }

  @Test("Moments are told in UTC and anywhere on Earth")
  func moments() {
    let letter = SignInLinkLetter(head: Self.head, path: "/sign-in/link/abc", expiresAt: Self.due)
    let flowing = letter.body.replacing("\n", with: " ")
    #expect(flowing.contains("2025-10-30 20:00 UTC (2025-10-30 08:00 AoE)"))
    #expect(letter.body.contains("https://lectern.x.org/sign-in/link/abc"))
  }

  @Test("The receipt carries size, time and hash of each file")
  func receipt() {
    let body = Self.letters { $0 }[2].body
    #expect(body.contains("Manuscript, version 2, 1830221 bytes"))
    #expect(body.contains("SHA-256 " + String(repeating: "ab", count: 32)))
  }

  @Test("A decision letter shows each review with its scores and texts")
  func decision() {
    let body = Self.letters { $0 }.first { $0 is DecisionLetter }?.body ?? ""
    #expect(body.contains("Decision: Accept"))
    #expect(body.contains("Overall: 4 of 5 (Accept)"))
    #expect(body.contains("Strengths\n  Simple and measured."))
  }
}
