import PeerReview
import Testing

@Suite("Who may never learn what")
struct DisclosureInvariantTests {
  private func secrecy(_ secret: Secret, _ standing: Standing, _ moment: DisclosureMoment) -> Secrecy? {
    DisclosureRules.secrecy(of: secret, for: standing, at: moment)
  }

  private static let authors: [Standing] = [.author(contact: true), .author(contact: false)]
  private static let reviewers: [Standing] = [.reviewer(ownReviewIn: false), .reviewer(ownReviewIn: true)]

  @Test("C19: a person in conflict learns nothing, ever, and the reason tells nothing either", arguments: DisclosureCases.moments)
  func conflicted(moment: DisclosureMoment) {
    for secret in Secret.allCases { #expect(secrecy(secret, .conflicted, moment) == .ownOrConflicted) }
  }

  @Test("An outsider learns nothing, ever, and the reason tells nothing either", arguments: DisclosureCases.moments)
  func outsider(moment: DisclosureMoment) {
    for secret in Secret.allCases { #expect(secrecy(secret, .outsider, moment) == .officeOnly) }
  }

  @Test("C8: authors never learn who reviews them, what is meant for chairs, what is discussed or who bid")
  func authors() {
    for moment in DisclosureCases.moments {
      for standing in Self.authors {
        #expect(secrecy(.reviewerIdentity, standing, moment) == .doubleBlind)
        #expect(
          DisclosureCases.shown(to: standing, at: moment).isDisjoint(with: [
            .assignments, .committeeConflicts, .reviewsForChairs, .reviewRatings, .discussion, .bids, .chairNotes, .letters,
            .integrityCases,
          ]))
      }
    }
  }

  @Test("C8: reviewers never learn who the authors are, nor anything that would tell, not even after the release")
  func reviewers() {
    for moment in DisclosureCases.moments {
      for standing in Self.reviewers {
        #expect(secrecy(.authors, standing, moment) == .doubleBlind)
        let telling: Set<Secret> = [
          .authors, .originalFiles, .preprint, .declarations, .declaredConflicts, .committeeConflicts, .screeningFindings, .bids,
          .deskRejection, .chairNotes, .letters, .integrityCases,
        ]
        #expect(DisclosureCases.shown(to: standing, at: moment).isDisjoint(with: telling))
      }
    }
  }

  @Test("Publication chairs learn of final versions after the release, and never of reviews, reviewers or decisions on others")
  func publication() {
    for moment in DisclosureCases.moments {
      let shown = DisclosureCases.shown(to: .publication, at: moment)
      #expect(shown == (moment.decisionsReleased ? [.submission, .authors, .finalVersion] : []))
    }
  }

  @Test("C9: a preprint is seen by its authors and the chairs only")
  func preprint() {
    for moment in DisclosureCases.moments {
      for standing in DisclosureCases.standings {
        let mayKnow = standing == .chair || Self.authors.contains(standing)
        #expect((secrecy(.preprint, standing, moment) == nil) == mayKnow)
      }
    }
  }

  @Test("What a reviewer tells the chairs in private, no other reviewer learns")
  func privateRemarks() {
    for moment in DisclosureCases.moments {
      for isIn in [false, true] {
        #expect(secrecy(.reviewsForChairs, .reviewer(ownReviewIn: isIn), moment) == .officeOnly)
      }
    }
  }

  @Test("C11: reviews and identities stay a reviewer's own until that reviewer's review is in")
  func ownReview() {
    for moment in DisclosureCases.moments {
      for secret in [Secret.reviewCount, .reviews, .discussion, .response] {
        #expect(secrecy(secret, .reviewer(ownReviewIn: false), moment) == .ownReviewMissing)
        #expect(secrecy(secret, .reviewer(ownReviewIn: true), moment) == nil)
      }
      #expect(secrecy(.reviewerIdentity, .reviewer(ownReviewIn: false), moment) != nil)
      #expect((secrecy(.reviewerIdentity, .reviewer(ownReviewIn: true), moment) == nil) == !moment.reviewersAnonymous)
    }
  }

  @Test("C11: authors see reviews from the microsecond the call names, and not one earlier")
  func reviewsAvailable() throws {
    let call = try CallFixtures.mlsys()
    let opens = call.calendar.response.opens
    for (now, shown) in [(Instant.microsecond(before: opens), false), (opens, true), (call.calendar.notification, true)] {
      let moment = DisclosureMoment(call: call, releasedAt: nil, now: now)
      #expect(moment.reviewsAvailable == shown)
      #expect(moment.reviewersAnonymous == call.discussion.reviewersAnonymousToEachOther)
      for standing in Self.authors { #expect((secrecy(.reviews, standing, moment) == nil) == shown) }
    }
  }

  @Test("C12: a decision is known to chairs alone until the release, whatever the clock says")
  func decision() throws {
    let call = try CallFixtures.mlsys()
    for now in [call.calendar.notification, Instant(microseconds: .max)] {
      let before = DisclosureMoment(call: call, releasedAt: nil, now: now)
      let after = DisclosureMoment(call: call, releasedAt: now, now: now)
      for standing in DisclosureCases.standings where standing != .chair {
        #expect(secrecy(.decision, standing, before) != nil)
      }
      for standing in Self.authors + Self.reviewers {
        #expect(secrecy(.decision, standing, before) == .notYetReleased)
        #expect(secrecy(.decision, standing, after) == nil)
      }
    }
  }

  @Test("Nothing that was shown becomes hidden as time goes on, and a release only widens what is shown")
  func monotone() {
    for standing in DisclosureCases.standings {
      for moment in DisclosureCases.moments {
        for later in DisclosureCases.moments where moment.canBecome(later) {
          let before = DisclosureCases.shown(to: standing, at: moment)
          #expect(before.isSubset(of: DisclosureCases.shown(to: standing, at: later)), "\(standing)")
        }
      }
    }
  }

  @Test("A reviewer who submits a review, and a call that lifts anonymity among reviewers, only widen what is shown")
  func widening() {
    for moment in DisclosureCases.moments {
      let before = DisclosureCases.shown(to: .reviewer(ownReviewIn: false), at: moment)
      #expect(before.isSubset(of: DisclosureCases.shown(to: .reviewer(ownReviewIn: true), at: moment)))
      let named = DisclosureMoment(
        biddingOpened: moment.biddingOpened, reviewsAvailable: moment.reviewsAvailable,
        decisionsReleased: moment.decisionsReleased, reviewersAnonymous: false, metareviewersRead: moment.metareviewersRead,
        metareviewsForAuthors: moment.metareviewsForAuthors)
      for standing in DisclosureCases.standings {
        let shown = DisclosureCases.shown(to: standing, at: moment)
        #expect(shown.isSubset(of: DisclosureCases.shown(to: standing, at: named)))
      }
    }
  }

  @Test("A reviewer without the paper knows at most that it exists, and that only once bidding opened")
  func committee() {
    for moment in DisclosureCases.moments {
      #expect(DisclosureCases.shown(to: .committee, at: moment) == (moment.biddingOpened ? [.submission] : []))
    }
  }

  @Test("What a chair opened shows itself and nothing else, to reviewers of the paper only; most can't be opened at all")
  func opened() {
    for moment in DisclosureCases.moments {
      for secret in Secret.allCases {
        let opened = DisclosureMoment(
          biddingOpened: moment.biddingOpened, reviewsAvailable: moment.reviewsAvailable,
          decisionsReleased: moment.decisionsReleased, reviewersAnonymous: moment.reviewersAnonymous,
          metareviewersRead: moment.metareviewersRead, metareviewsForAuthors: moment.metareviewsForAuthors, opened: [secret])
        for standing in DisclosureCases.standings {
          let before = DisclosureCases.shown(to: standing, at: moment)
          let after = DisclosureCases.shown(to: standing, at: opened)
          #expect(after.subtracting(before).isSubset(of: [secret]) && before.isSubset(of: after))
          if case .reviewer(true) = standing, DisclosureRules.canBeOpened(secret) { continue }
          if case .reviewer(false) = standing, secret == .authors { continue }
          // Named its shepherd, which is no opening a chair makes with a reason.
          if case .reviewer = standing, secret == .finalVersion, moment.decisionsReleased { continue }
          #expect(after == before, "\(secret) opened to \(standing)")
        }
        #expect(opened.opened.isSubset(of: [.authors, .reviewerIdentity]) == DisclosureRules.canBeOpened(secret))
      }
    }
  }

  @Test("Identities are put on record at every moment; reviews and decisions until those they are about know them")
  func recorded() {
    for moment in DisclosureCases.moments {
      for secret in [Secret.authors, .originalFiles, .reviewerCopy, .reviewerIdentity, .assignments, .bids, .reviewsForChairs] {
        #expect(DisclosureRules.isRecorded(secret, at: moment))
      }
      #expect(DisclosureRules.isRecorded(.reviews, at: moment) == !moment.reviewsAvailable)
      #expect(DisclosureRules.isRecorded(.decision, at: moment) == !moment.decisionsReleased)
      #expect(!DisclosureRules.isRecorded(.submission, at: moment))
    }
  }

  @Test("Beside papers: nobody learns of another conference, of an account only its holder, and chairs alone read the record")
  func house() {
    for standing in HouseStanding.allCases {
      #expect(DisclosureRules.secrecy(of: .otherConference, for: standing) != nil)
      #expect((DisclosureRules.secrecy(of: .account, for: standing) == nil) == (standing == .oneself))
      for secret in [HouseSecret.record, .outbox, .figures, .callVersions] {
        #expect((DisclosureRules.secrecy(of: secret, for: standing) == nil) == (standing == .chair))
      }
      if standing == .visitor {
        for secret in HouseSecret.allCases { #expect(DisclosureRules.secrecy(of: secret, for: standing) != nil) }
      }
    }
  }

  @Test("A chair without conflict sees all of it; being a contact shows an author nothing more")
  func chairsAndContacts() {
    for moment in DisclosureCases.moments {
      #expect(DisclosureCases.shown(to: .chair, at: moment) == Set(Secret.allCases))
      for secret in Secret.allCases {
        #expect(secrecy(secret, .author(contact: true), moment) == secrecy(secret, .author(contact: false), moment))
      }
    }
  }
}
