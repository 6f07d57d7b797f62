import PeerReview
import Testing

@Suite("What a viewer is to a paper")
struct StandingTests {
  @Test("C19: authorship outranks conflict, conflict outranks every office, in all 128 cases")
  func precedence() {
    for bits in 0..<128 {
      func flag(_ place: Int) -> Bool { bits >> place & 1 == 1 }
      let (isAuthor, isContact, isConflicted, isChair, isAssigned, isIn) = (flag(0), flag(1), flag(2), flag(3), flag(4), flag(5))
      let standing = Standing(
        isAuthor: isAuthor, isContact: isContact, isConflicted: isConflicted, isChair: isChair, isAssigned: isAssigned,
        ownReviewIn: isIn, isCommittee: flag(6))
      let expected: Standing =
        switch (isAuthor, isConflicted, isChair, isAssigned) {
        case (true, _, _, _): .author(contact: isContact)
        case (false, true, _, _): .conflicted
        case (false, false, true, _): .chair
        case (false, false, false, true): .reviewer(ownReviewIn: isIn)
        case (false, false, false, false): flag(6) ? .committee : .outsider
        }
      #expect(standing == expected)
      #expect(standing.isListed)
    }
  }

  @Test("A chair or reviewer who wrote the paper, or is in conflict with it, sees nothing an office would show")
  func offices() {
    for moment in DisclosureCases.moments {
      for isChair in [true, false] {
        let writer = Standing(
          isAuthor: true, isContact: true, isConflicted: true, isChair: isChair, isAssigned: true, ownReviewIn: true,
          isCommittee: true)
        let rival = Standing(
          isAuthor: false, isContact: true, isConflicted: true, isChair: isChair, isAssigned: true, ownReviewIn: true,
          isCommittee: true)
        #expect(DisclosureCases.shown(to: writer, at: moment) == DisclosureCases.shown(to: .author(contact: true), at: moment))
        #expect(DisclosureCases.shown(to: rival, at: moment) == [])
      }
    }
  }
}
