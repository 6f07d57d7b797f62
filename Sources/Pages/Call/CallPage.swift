public import PeerReview

/// The whole call: every rule in a sentence and the calendar in UTC, AoE and the viewer's zone.
public struct CallPage: Page {
  public let call: Call
  /// Rules in the order of the call, one sentence each.
  public let rules: [RuleGroup]
  /// The stored version this page shows.
  public let version: Int
  /// Whether there are statistics for this viewer.
  public let hasStatistics: Bool
  public init(call: Call, rules: [RuleGroup], version: Int, hasStatistics: Bool = false) {
    self.hasStatistics = hasStatistics
    self.call = call
    self.rules = rules
    self.version = version
  }

  public struct RuleGroup: Hashable, Sendable {
    public let heading: String
    public let sentences: [String]
    public init(heading: String, sentences: [String]) {
      self.heading = heading
      self.sentences = sentences
    }
  }

  public var title: String { "The call" }
  public var section: Section? { .call }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>\(call.name): the call</h1><p class="lead">\(call.fullName)</p>
    \(when(hasStatistics) { "<p><a href=\"/statistics\">Statistics: papers and acceptance by track</a></p>" })
    \(part("calendar", "Calendar") { calendar(layout) })
    \(each(rules) { group in """
      <section class="rules"><h2>\(group.heading)</h2><ul>\(each(group.sentences) { "<li>\($0)</li>" })</ul></section>
      """ })
    <p class="soft">Version \(version) of the call. Questions: <a href="\(Link(mail: call.contactEmail))">\(call.contactEmail)\
    </a></p>
    """
  }

  private func calendar(_ layout: Layout) -> HTML {
    let rows = call.calendarRows(in: layout.zone)
    let zones: [Zone] = layout.zone == .utc ? [.utc, .aoe] : [.utc, .aoe, layout.zone]
    let next = rows.map(\.moment).first { $0 > layout.now }
    return table(
      "Calendar", id: "calendar-table",
      head: ["What"] + zones.map { $0 == .aoe ? "Anywhere on Earth" : "\($0.placeName)" } + ["Left"],
      each(rows) { row in
        """
        <tr class="\(ClassList("").with("past", if: row.moment <= layout.now).with("current", if: row.moment == next))">
        <th scope="row">\(row.name)</th>\(each(zones) { zone in
          "<td>\(cell(row.moment, in: zone, layout))</td>"
        })<td>\(row.moment > layout.now ? row.moment.since(layout.now).words : "over")</td></tr>
        """
      })
  }

  private func cell(_ moment: Instant, in zone: Zone, _ layout: Layout) -> HTML {
    """
    <time datetime="\(moment.iso8601)">\(layout.dateText(moment, in: zone)), \(layout.timeText(moment, in: zone))</time>
    """
  }
}
