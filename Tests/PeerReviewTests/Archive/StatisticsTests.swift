import PeerReview
import Testing

@Suite("Statistics after the release")
struct StatisticsTests {
  private func counts(_ track: String, accepted: Int, other: Int) -> Statistics.TrackCounts {
    Statistics.TrackCounts(track: track, submitted: accepted + other, accepted: accepted)
  }

  private func told(_ counts: [Statistics.TrackCounts], reviewers: Int = 9) -> Statistics {
    Statistics(counts, tracks: ["research", "industrial"]) { told in
      let papers = counts.filter { told.contains($0.track) }.reduce(0) { $0 + $1.submitted }
      return .init(papers: papers, reviews: papers * 3, reviewers: reviewers)
    }
  }

  @Test("A track is told only where both its accepted and its other papers are no small group, and nothing counts the rest")
  func smallGroups() {
    let research = counts("research", accepted: 5, other: 15)
    let both = told([research, counts("industrial", accepted: 4, other: 40)])
    #expect(both.tracks.map(\.key) == ["research"] && both.isPartial)
    #expect(both.tracks.first?.submitted == 20 && both.tracks.first?.accepted == 5 && both.tracks.first?.percent == 25)
    #expect(both.reviewing == told([research]).reviewing && both.reviewing != nil)
    #expect(told([counts("research", accepted: 30, other: 4)]).tracks == [])
    #expect(told([counts("research", accepted: 4, other: 30)]).reviewing == nil)
    #expect(told([]).reviewing == nil && !told([]).isPartial)
  }

  @Test("Reviews are told down to fives and means in halves, never over fewer than five people")
  func reviewing() throws {
    let counts = [counts("research", accepted: 6, other: 8)]
    let figures = try #require(told(counts).reviewing)
    #expect(figures.reviews == 40 && figures.reviewers == 9 && figures.halvesPerPaper == 6 && figures.halvesPerReviewer == 9)
    #expect(told(counts, reviewers: 4).reviewing == nil)
  }

  @Test("Nobody reads them before the release, and then whom the call names")
  func readers() throws {
    for policy in StatisticsPolicy.allCases {
      for isCommittee in [false, true] {
        #expect(refusal { () throws(Refusal) in try policy.read(isCommittee: isCommittee, releasedAt: nil) } == .notFound)
        let after = refusal { () throws(Refusal) in try policy.read(isCommittee: isCommittee, releasedAt: Instant(seconds: 1)) }
        let isOpen = policy == .everyone || (policy == .committee && isCommittee)
        #expect(after == (isOpen ? nil : .notFound))
      }
    }
    #expect(try CallFixtures.mlsys().statistics == .everyone)
    let told = CallFixtures.problems(try CallFixtures.mlsys(replacing: "statistics: public", with: "statistics: all"))
    #expect(told.count == 1 && told[0].contains("statistics"))
  }
}
