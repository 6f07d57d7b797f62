import PeerReview

extension DecisionPanel {
  func html(in layout: Layout) -> HTML {
    """
    <section class="\(ClassList("card outcome").with("good", if: accepts))" aria-labelledby="outcome-heading">
    <h2 id="outcome-heading">\(label)</h2>\(with(releasedAt) { "<p class=\"soft\">Released \(layout.moment($0))</p>" })\(prose(note))
    \(with(metareview) { text in "<h3>Meta-review</h3><div class=\"quoted\">\(prose(text))</div>" })
    \(with(finalVersion) { door in """
      <p class="actions"><a class="button" href="\(door.link)">Final version</a>
      <span class="soft">\(with(door.due) { "Due \(layout.deadline($0))." })</span></p>
      """ })\(with(artifact) { link in """
      <p class="actions"><a class="button quiet" href="\(link)">Artifact evaluation</a>
      <span class="soft">Voluntary, and without influence on the decision.</span></p>
      """ })</section>
    """
  }
}

extension DeskRejectionPanel {
  func html(in layout: Layout) -> HTML {
    """
    <section class="card outcome bad" aria-labelledby="desk-heading"><h2 id="desk-heading">Rejected without review</h2>
    <p class="soft">\(layout.moment(decidedAt))</p><p><strong>Ground:</strong> \(ground)</p>\(prose(explanation))
    \(when(isAppealable) {
      "<p>If you think this is a mistake, write to <a href=\"\(Link(mail: contactEmail))\">\(contactEmail)</a> and say why.</p>"
    })</section>
    """
  }
}
