import PeerReview

/// The ordered author list. Every button works by sending the form; the script only makes it quicker.
struct AuthorRows {
  let authors: [Author]
  let limit: Int
  let fields: Fields
  /// Nil where nobody need serve as a reviewer.
  let reciprocal: ReciprocalPolicy?
  let exemption: String

  var html: HTML {
    let shown = authors.isEmpty ? [Author()] : authors
    return part("authors", "Authors") {
      """
      <p class="help" id="\(fields.id("authors"))" tabindex="-1">In the order printed. Contacts get letters and can edit; everyone
      listed can read. Reviewers see none of this.</p>\(fields.told("authors"))
      <ol class="people-rows" data-rows="authors">\(each(shown.enumerated()) { row($0.offset, $0.element, of: shown.count) })</ol>
      \(when(shown.count < limit) { adding })
      \(with(reciprocal, service))
      """
    }
  }

  private func service(_ policy: ReciprocalPolicy) -> HTML {
    """
    <p class="help">The call asks that \(count(policy.reviewers, "author")) of each paper \(policy.reviewers == 1
      ? "serves" : "serve") as a reviewer: tick who does. Chairs invite them; reviewers never learn of it.</p>
    \(when(policy.takesReasons) { fields.text("exemption", "If nobody of you can: why", exemption, .init(
      help: "Only chairs read it.", limitCharacters: AuthorshipRules.exemptionCharacters, rows: 2)) })
    """
  }

  private var adding: HTML {
    """
    <p><button class="quiet" name="action" value="author-add" formnovalidate data-unasked data-add="authors">Add an
    author</button></p>
    """
  }

  private func row(_ index: Int, _ author: Author, of total: Int) -> HTML {
    let name = "authors.\(index)"
    return """
      <li class="person-row"><fieldset><legend>Author \(index + 1)</legend><div class="columns">
      \(fields.text("\(name).name", "Name", author.name, .init(autocomplete: "off")))
      \(fields.text("\(name).email", "E-mail address", author.email, .init(type: "email", autocomplete: "off")))
      \(fields.text("\(name).affiliation", "Affiliation", author.affiliation, .init(autocomplete: "off")))
      \(fields.text("\(name).orcid", "ORCID iD (optional)", author.orcid, .init(autocomplete: "off")))</div>
      <div class="row-end">\(fields.tick("\(name).contact", "Contact", author.contact))
      \(when(reciprocal != nil) { fields.tick("\(name).serves", "Serves as a reviewer", author.serves) })
      <span class="row-buttons">\(move("↑", "up", index, total, index > 0))\(move("↓", "down", index, total, index < total - 1))
      <button class="quiet small" name="action" value="author-remove.\(index)" formnovalidate data-unasked
      aria-label="Remove author \(index + 1)">Remove</button></span></div></fieldset></li>
      """
  }

  private func move(_ sign: String, _ way: String, _ index: Int, _ total: Int, _ possible: Bool) -> HTML {
    """
    <button class="quiet small" name="action" value="author-\(way).\(index)" formnovalidate data-unasked\
    \(flag: "disabled", !possible) aria-label="Move author \(index + 1) \(way)">\(sign)</button>
    """
  }
}
