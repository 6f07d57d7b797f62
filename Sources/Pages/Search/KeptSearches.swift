import PeerReview

/// The searches that are kept, as links, and the forms to keep one more and to remove one.
///
/// `POST /chair/searches`: `action` `keep` with `name` and `q`, or `remove` with `search`.
struct KeptSearches {
  let page: ChairSubmissionListPage

  func html(in layout: Layout) -> HTML {
    """
    \(when(!page.searches.isEmpty) { """
      <nav aria-label="Kept searches"><ul class="tags">\(each(page.searches) { search in """
        <li><a class="tag" href="\(Link.chairSearch("search:\(search.name)"))" title="\(search.query)">\(search.name)</a></li>
        """ })</ul></nav>
      """ })
    \(folded("Keep searches", keep(layout) + remove(layout)))
    """
  }

  private func keep(_ layout: Layout) -> HTML {
    guard !page.listing.wholeQuery.isEmpty else { return nothing("Search for something, then keep the search here.") }
    let fields = Fields(prefix: "search-")
    return layout.form("/chair/searches", classes: "filter") {
      """
      \(hidden("q", page.listing.wholeQuery))\(fields.text(
        "name", "Keep this search as", "",
        .init(help: "One word. All chairs read it, those in conflict with a paper too, so name no paper; “~” before it keeps it for yourself.",
          limitCharacters: 42)))
      <button class="quiet" name="action" value="keep">Keep</button>
      """
    }
  }

  private func remove(_ layout: Layout) -> HTML {
    when(!page.searches.isEmpty) {
      """
      <ul class="rows">\(each(page.searches) { search in
        """
        <li><div><a href="\(Link.chairSearch("search:\(search.name)"))">\(search.name)</a> <code>\(search.query)</code></div>
        \(layout.form("/chair/searches", classes: "inline") {
          """
          \(hidden("search", search.id.text))\(button(
            "Remove", name: "action", value: "remove", classes: "quiet small", says: "Remove the search \(search.name)"))
          """
        })</li>
        """
      })</ul>
      """
    }
  }
}
