import PeerReview

/// The searches that are kept, as links, and the forms to keep one more and to remove one.
///
/// `POST /chair/searches`: `action` `keep` with `name`, `q` and, to put it in place of a shared one, `replaces` (`yes`); or
/// `remove` with `search`.
struct KeptSearches {
  let page: ChairSubmissionListPage

  func html(in layout: Layout) -> HTML {
    """
    \(when(!page.searches.isEmpty) { """
      <nav aria-label="Kept searches"><ul class="tags">\(each(page.searches) { search in """
        <li><a class="tag" href="\(Link.chairSearch("search:\(search.name)"))" title="\(search.query)">\(search.name)</a></li>
        """ })</ul></nav>
      """ })
    \(folded("Keep searches", keep(layout) + remove(layout), open: page.keeping != nil))
    """
  }

  private func keep(_ layout: Layout) -> HTML {
    guard !page.listing.wholeQuery.isEmpty else { return nothing("Search for something, then keep the search here.") }
    let fields = Fields(prefix: "search-", problems: page.keeping?.problems ?? [])
    return layout.form("/chair/searches", classes: "filter") {
      """
      \(hidden("q", page.listing.wholeQuery))\(fields.text(
        "name", "Keep this search as", page.keeping?.name ?? "",
        .init(help: "One word. All chairs read it, those in conflict with a paper too, so name no paper; “~” before it keeps it for yourself.",
          limitCharacters: 42)))\(when(isTaken) {
            fields.tick("replaces", "Replace the search that all chairs share by this name", page.keeping?.replaces ?? false)
          })
      <button class="quiet" name="action" value="keep">Keep</button>
      """
    }
  }

  /// Whether the name that came back is that of a search all chairs share.
  private var isTaken: Bool {
    page.keeping.map { keeping in page.searches.contains { $0.name == keeping.name.lowercased() && !$0.name.hasPrefix("~") } }
      ?? false
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
