import PeerReview

extension DiscussionPanel {
  func html(in layout: Layout, action: Link) -> HTML {
    """
    \(when(!leader.isEmpty) { "<p><strong>\(leader)</strong> the discussion.</p>" })\(with(leadChoice) { choosing($0, layout) })
    \(comments.isEmpty ? nothing("Nobody has written yet.") : .empty)
    <ol class="thread">\(each(comments) { comment in """
      <li class="\(ClassList("comment").with("own", if: comment.isOwn))"><p class="by"><strong>\(comment.author)</strong>
      <span class="soft">\(layout.brief(comment.at)) UTC</span></p>\(prose(comment.text))</li>
      """ })</ol>
    \(when(accepts) { layout.form(action, guarded: true) { """
      \(Fields(prefix: "comment-", problems: problems).text("text", "Write a comment", draft, .init(
        help: "Reviewers and chairs of this paper read it. Authors never do. Write @Reviewer-2, @Lead, @Metareviewer or @Chairs to have "
          + "somebody told by letter that you write to them.", isRequired: true, rows: 4)))
      <p class="actions"><button class="quiet">Post comment</button></p>
      """ } })
    """
  }
  private func choosing(_ choice: LeadChoice, _ layout: Layout) -> HTML {
    layout.form(choice.action, classes: "filter") {
      """
      \(Fields(prefix: "lead-", problems: problems).select(
        "lead", "Who leads the discussion", choice.reviewers.map { ($0.id.text, $0.name) }, chosen: choice.chosen?.text ?? "",
        empty: "Nobody"))
      <button class="quiet">Save</button>
      """
    }
  }
}
