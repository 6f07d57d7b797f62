import PeerReview
import Testing

@Suite("Rules of delegated reviews")
struct DelegationRulesTests {
  @Test("A draft taken over fills what is open, keeps every grade and word of the reviewer, and twice is once")
  func taken() {
    let own = ReviewAnswers(scores: ["merit": 1], texts: ["comments": "Mine.", "private": " "])
    let theirs = ReviewAnswers(scores: ["merit": 3, "overall": 2], texts: ["comments": "Theirs.", "private": "Secret."])
    let once = DelegationRules.taken(theirs, into: own)
    #expect(once.scores == ["merit": 1, "overall": 2])
    #expect(once.texts == ["comments": "Mine.\n\nTheirs.", "private": "Secret."])
    #expect(DelegationRules.taken(theirs, into: once) == once)
    #expect(DelegationRules.taken(ReviewAnswers(), into: own) == own)
  }

  @Test("Whoever has the paper for an office, wrote it or is in conflict with it, is no external reviewer of it, asked or not")
  func outranked() {
    func standing(author: Bool = false, conflicted: Bool = false, chair: Bool = false, assigned: Bool = false, lead: Bool = false)
      -> Standing
    {
      Standing(
        isAuthor: author, isContact: false, isConflicted: conflicted, isChair: chair, isAssigned: assigned, ownReviewIn: false,
        isCommittee: true, isMetareviewer: lead, isExternal: true, hasAccepted: true)
    }
    #expect(standing() == .external(accepted: true))
    #expect(standing(author: true) == .author(contact: false) && standing(conflicted: true) == .conflicted)
    #expect(standing(chair: true) == .chair && standing(lead: true) == .metareviewer)
    #expect(standing(assigned: true) == .reviewer(ownReviewIn: false))
  }

  @Test("An external reviewer meets the paper and its cleaned files, and nothing else at any moment")
  func little() {
    for moment in DisclosureCases.moments {
      #expect(DisclosureCases.shown(to: .external(accepted: false), at: moment) == [.submission])
      #expect(DisclosureCases.shown(to: .external(accepted: true), at: moment) == [.submission, .reviewerCopy])
    }
  }
}
