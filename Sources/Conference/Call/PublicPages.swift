public import Pages
internal import PeerReview

/// What anyone may read of a call.
extension Frame {
  /// The front page; `doors` lead where the viewer may go.
  public func homePage() -> HomePage {
    guard let viewer else { return HomePage(call: call) }
    var doors: [HomePage.Door] = []
    if viewer.chairsTracks {
      doors.append(.init(label: "Chair your tracks", explanation: "Where their papers stand and what waits.", link: "/chair"))
    } else if viewer.chairs {
      doors.append(.init(label: "Chair the conference", explanation: "Where everything stands and what waits.", link: "/chair"))
    }
    if viewer.isOnCommittee {
      doors.append(.init(label: "Your reviews", explanation: "The papers assigned to you, and bidding.", link: "/reviews"))
    }
    if viewer.publishes {
      doors.append(
        .init(
          label: "Final versions and proceedings", explanation: "What is complete, and the order printed.", link: "/publication"))
    }
    if viewer.chairsArtifacts {
      doors.append(
        .init(label: "Chair artifact evaluation", explanation: "Every artifact, and who evaluates it.", link: "/artifacts"))
    }
    if viewer.evaluates {
      doors.append(.init(label: "Artifact evaluation", explanation: "The artifacts assigned to you.", link: "/evaluations"))
    }
    doors.append(
      .init(label: "Your submissions", explanation: "Register a paper, or go on with one.", link: "/submissions"))
    return HomePage(call: call, doors: doors)
  }

  /// Every rule in a sentence, and the calendar.
  public func callPage() -> CallPage {
    CallPage(
      call: call,
      rules: call.ruleGroups().map { CallPage.RuleGroup(heading: $0.title, sentences: $0.rules) }, version: callVersion,
      hasStatistics: isAllowed { () throws(Refusal) in
        try call.statistics.read(
          isCommittee: viewer.map { $0.chairs || $0.chairsTracks || $0.reviews } ?? false, releasedAt: releasedAt)
      })
  }
}
