import PeerReview

/// The authors' conflicts: with committee members, picked from the list, and with anyone else.
struct ConflictRows {
  let rows: [SubmissionFields.ConflictFields]
  let committee: [SubmissionFormPage.CommitteeMember]
  let kinds: [ConflictKind]
  let fields: Fields
  let suggestions: [ConflictSuggestion]

  var html: HTML {
    part("conflicts", "Conflicts of interest") {
      """
      <p class="help" id="\(fields.id("conflicts"))" tabindex="-1">Name everyone who must not review this paper, for one of
      these reasons only:
      \(kinds.map(\.label).joined(separator: "; ")). A false conflict may lead to rejection, as may one left out.</p>\
      \(fields.told("conflicts"))
      <ol class="people-rows">\(each(rows.enumerated()) { row($0.offset, $0.element) })</ol>
      <p class="actions"><button class="quiet" name="action" value="member-add" formnovalidate data-unasked>Add a committee
      member</button>
      <button class="quiet" name="action" value="conflict-add" formnovalidate data-unasked>Add someone else</button></p>
      \(when(!suggestions.isEmpty) { suggested })
      """
    }
  }

  private var suggested: HTML {
    """
    <h3 id="suggestions">Did you forget someone?</h3>
    <p class="help">By the committee's affiliations, and by publications with one of your authors as last saved.</p>
    <ul class="people-rows">\(each(suggestions) { suggestion in
      """
      <li class="person-row">\(suggestion.html)
      <div class="row-end"><span class="row-buttons"><button class="quiet small" name="action"
      value="suggest-add.\(suggestion.about).\(suggestion.kind)" formnovalidate data-unasked
      aria-label="Add \(suggestion.name) to the conflicts">Add</button>
      <button class="quiet small" name="action" value="suggest-dismiss.\(suggestion.about)" formnovalidate data-unasked
      aria-label="No conflict with \(suggestion.name)">No conflict</button></span></div></li>
      """
    })</ul>
    """
  }

  private func row(_ index: Int, _ conflict: SubmissionFields.ConflictFields) -> HTML {
    let name = "conflicts.\(index)"
    let who: HTML =
      if let member = conflict.member {
        fields.select(
          "\(name).member", "Committee member",
          committee.map { ($0.id.text, $0.affiliation.isEmpty ? $0.name : "\($0.name), \($0.affiliation)") }, chosen: member,
          empty: "Choose a person")
      } else {
        """
        \(fields.text("\(name).name", "Name", conflict.name, .init(autocomplete: "off")))
        \(fields.text("\(name).email", "E-mail address", conflict.email, .init(type: "email", autocomplete: "off")))
        """
      }
    return """
      <li class="person-row"><fieldset><legend>Conflict \(index + 1)</legend><div class="columns">\(who)
      \(fields.select("\(name).kind", "Kind", kinds.map { ($0.key, $0.label) }, chosen: conflict.kind,
        empty: "Choose a kind"))</div>
      <div class="row-end"><span class="row-buttons"><button class="quiet small" name="action" value="conflict-remove.\(index)"
      formnovalidate data-unasked aria-label="Remove conflict \(index + 1)">Remove</button></span></div></fieldset></li>
      """
  }
}
