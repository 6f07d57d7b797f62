import PeerReview

/// The ordered author list of a final version. Every button works by sending the form.
struct FinalAuthorRows {
  let authors: [FinalAuthor]
  let limit: Int
  let policy: CameraReadyPolicy?
  let fields: Fields

  var html: HTML {
    part("authors", "Authors") {
      """
      <p class="help" id="\(fields.id("authors"))" tabindex="-1">As they are printed, in this order. Bibliographies need to know which
      words are the family name: “García Márquez”, “van Beethoven”, “Nguyễn”.</p>\(fields.told("authors"))
      <ol class="people-rows">\(each(authors.enumerated()) { row($0.offset, $0.element) })</ol>
      \(when(authors.count < limit) { """
        <p><button class="quiet" name="action" value="author-add" formnovalidate data-unasked>Add an author</button></p>
        """ })
      """
    }
  }

  private func row(_ index: Int, _ author: FinalAuthor) -> HTML {
    let name = "authors.\(index)"
    return """
      <li class="person-row"><fieldset><legend>Author \(index + 1)</legend><div class="columns">
      \(fields.text("\(name).name", "Name as printed", author.name, .init(autocomplete: "off")))
      \(fields.text("\(name).family", "Family name, if it is more than the last word", author.familyName, .init(autocomplete: "off")))
      \(fields.text("\(name).email", "E-mail address", author.email, .init(type: "email", autocomplete: "off")))
      \(fields.text("\(name).affiliation", "Affiliation", author.affiliation, .init(autocomplete: "off")))
      \(fields.text("\(name).orcid", policy?.wantsORCID == true ? "ORCID iD" : "ORCID iD (optional)", author.orcid,
        .init(autocomplete: "off")))</div>
      <div class="row-end"><span class="row-buttons">\(move("↑", "up", index, index > 0))\(move("↓", "down", index, index < authors.count - 1))
      <button class="quiet small" name="action" value="author-remove.\(index)" formnovalidate data-unasked
      aria-label="Remove author \(index + 1)">Remove</button></span></div></fieldset></li>
      """
  }

  private func move(_ sign: String, _ way: String, _ index: Int, _ possible: Bool) -> HTML {
    """
    <button class="quiet small" name="action" value="author-\(way).\(index)" formnovalidate data-unasked\
    \(flag: "disabled", !possible) aria-label="Move author \(index + 1) \(way)">\(sign)</button>
    """
  }
}
