public import PeerReview

/// How many papers were submitted and accepted, and what reviewing took: after the release, for whom the call names.
public struct StatisticsPage: Page {
  /// In the call's words, with what is told of each.
  public let tracks: [(name: String, figures: Statistics.TrackFigures)]
  public let statistics: Statistics
  public init(tracks: [(name: String, figures: Statistics.TrackFigures)], statistics: Statistics) {
    self.tracks = tracks
    self.statistics = statistics
  }

  public var title: String { "Statistics" }
  public var section: Section? { .call }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Statistics</h1>
    <p class="lead">\(layout.conference), after the release of decisions. Papers that were withdrawn are not counted.</p>
    \(part("acceptance", "Acceptance by track") { acceptance })
    \(with(statistics.reviewing) { reviewing in part("reviewing", "Reviewing") { facts(rows(reviewing)) } })
    <p class="soft">Nothing is told of fewer than \(SmallGroups.least) papers or people. Means are rounded to halves and the
    number of reviews down to fives, so that no single paper and nobody's work can be reckoned from them.
    \(when(statistics.isPartial) { "Tracks that are too small are left out, and nothing here counts them." })</p>
    """
  }

  private var acceptance: HTML {
    if tracks.isEmpty { return nothing("Every track is too small for figures.") }
    return table(
      "Acceptance by track", id: "tracks", head: ["Track", "Submitted", "Accepted", "Rate"],
      each(tracks) { track in
        """
        <tr><th scope="row">\(track.name)</th><td>\(track.figures.submitted)</td><td>\(track.figures.accepted)</td>
        <td>\(track.figures.percent) %</td></tr>
        """
      })
  }

  private func rows(_ reviewing: Statistics.Reviewing) -> [(String, HTML)] {
    [
      ("Reviews", "at least \(reviewing.reviews)"), ("Reviewers who wrote one", "\(reviewing.reviewers)"),
      ("Reviews of a reviewed paper, on average", "about \(half(reviewing.halvesPerPaper))"),
      ("Reviews of a reviewer, on average", "about \(half(reviewing.halvesPerReviewer))"),
    ]
  }

  private func half(_ halves: Int) -> String { halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2).5" }
}
