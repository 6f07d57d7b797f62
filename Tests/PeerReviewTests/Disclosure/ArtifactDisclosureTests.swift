import PeerReview
import Testing

@Suite("Who may learn what of artifacts")
struct ArtifactDisclosureTests {
  private static let moments: [ArtifactMoment] = (0..<8).map { bits in
    ArtifactMoment(registrationClosed: bits & 1 != 0, artifactsDue: bits & 2 != 0, badgesReleased: bits & 4 != 0)
  }
  private static let standings: [ArtifactStanding] = [
    .author(contact: true), .author(contact: false), .conflicted, .chair, .evaluator(ownEvaluationIn: false),
    .evaluator(ownEvaluationIn: true), .committee, .outsider,
  ]

  private func shown(_ standing: ArtifactStanding, _ moment: ArtifactMoment) -> Set<ArtifactSecret> {
    Set(ArtifactSecret.allCases.filter { DisclosureRules.secrecy(of: $0, for: standing, at: moment) == nil })
  }

  @Test("The program committee, everyone else and people in conflict learn nothing, at any moment", arguments: moments)
  func outside(moment: ArtifactMoment) {
    #expect(shown(.outsider, moment).isEmpty && shown(.conflicted, moment).isEmpty)
  }

  @Test("Nobody but artifact chairs ever learns who evaluates, who would like to, or what is for chairs", arguments: moments)
  func anonymous(moment: ArtifactMoment) {
    for standing in Self.standings where standing != .chair {
      #expect(shown(standing, moment).isDisjoint(with: [.evaluators, .preferences, .conflicts, .evaluationsForChairs]))
    }
    #expect(shown(.chair, moment) == Set(ArtifactSecret.allCases))
  }

  @Test("Authors learn of evaluations and badges when badges are released, contacts no sooner than others", arguments: moments)
  func authors(moment: ArtifactMoment) {
    #expect(shown(.author(contact: true), moment) == shown(.author(contact: false), moment))
    #expect(shown(.author(contact: false), moment).contains(.badges) == moment.badgesReleased)
    #expect(shown(.author(contact: false), moment).contains(.evaluations) == moment.badgesReleased)
  }

  @Test("Time only adds to what is shown")
  func time() {
    for standing in Self.standings {
      for (earlier, later) in zip([0, 1, 3], [1, 3, 7]) {
        #expect(shown(standing, Self.moments[earlier]).isSubset(of: shown(standing, Self.moments[later])))
      }
    }
  }

  @Test("Authorship outranks conflict, conflict every office, and no office of the program is asked")
  func standing() {
    func standing(_ author: Bool, _ conflicted: Bool, _ chair: Bool, _ assigned: Bool, _ committee: Bool) -> ArtifactStanding {
      ArtifactStanding(
        isAuthor: author, isContact: author, isConflicted: conflicted, isChair: chair, isAssigned: assigned,
        ownEvaluationIn: false, isCommittee: committee)
    }
    #expect(standing(true, true, true, true, true) == .author(contact: true))
    #expect(standing(false, true, true, true, true) == .conflicted)
    #expect(standing(false, false, true, true, true) == .chair)
    #expect(standing(false, false, false, true, true) == .evaluator(ownEvaluationIn: false))
    #expect(standing(false, false, false, false, true) == .committee)
    #expect(standing(false, false, false, false, false) == .outsider)
  }
}
