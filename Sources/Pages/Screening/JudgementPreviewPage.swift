public import PeerReview

/// What judging several findings at once would do, before it is done.
///
/// Form: `POST /chair/screening` with the filter, `action` (`judge`), `verdict`, `chosen` (repeated ids), `note`.
public struct JudgementPreviewPage: Page {
  public let listing: ScreeningQueuePage.Listing
  public let verdict: FindingVerdict
  public let findings: [QueuedFinding]
  public init(_ listing: ScreeningQueuePage.Listing, verdict: FindingVerdict, findings: [QueuedFinding]) {
    self.listing = listing
    self.verdict = verdict
    self.findings = findings
  }

  public var title: String { "\(word) \(count(findings.count, "finding"))" }
  public var section: Section? { .chairScreening }

  private var word: String { verdict == .confirmed ? "Confirm" : "Dismiss" }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>\(word) \(count(findings.count, "finding"))?</h1>
    <p>Nothing is done yet. Of each paper's findings these would be \(verdict == .confirmed ? "confirmed" : "dismissed");
    what was said of them before is kept on record.</p>
    \(table(
      "Findings", id: "preview-table", head: ["Paper", "Rule", "Finding"],
      each(findings) { queued in
        """
        <tr><td class="number">\(queued.number)</td><td>\(FindingWords.name(queued.finding.code))</td>
        <td>\(queued.finding.sentence) \(with(queued.judgement) { "<span class=\"soft\">\($0.verdict.label) now.</span>" })</td></tr>
        """
      }))
    \(layout.form("/chair/screening") { """
      \(listing.fields)\(hidden("verdict", verdict.rawValue))\(each(findings) { hidden("chosen", $0.id.text) })
      \(Fields().text("note", "Note", "", .init(
        help: "Optional; stands on record with each of them.", limitCharacters: JudgementRules.noteLimitCharacters, rows: 2)))
      <p class="actions"><button name="action" value="judge">\(word) \(findings.count)</button>
      <a class="button quiet" href="\(listing.address())">Go back</a></p>
      """ })
    """
  }
}
