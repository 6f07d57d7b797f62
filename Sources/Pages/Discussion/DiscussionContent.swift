import PeerReview

extension DiscussionPanel {
  func html(in layout: Layout, action: Link) -> HTML {
    """
    \(comments.isEmpty ? nothing("Nobody has written yet.") : .empty)
    <ol class="thread">\(each(comments) { comment in """
      <li class="\(ClassList("comment").with("own", if: comment.isOwn))"><p class="by"><strong>\(comment.author)</strong>
      <span class="soft">\(layout.brief(comment.at)) UTC</span></p>\(prose(comment.text))</li>
      """ })</ol>
    \(when(accepts) { layout.form(action, guarded: true) { """
      \(Fields(prefix: "comment-", problems: problems).text("text", "Write a comment", draft, .init(
        help: "Reviewers and chairs of this paper read it. Authors never do.", isRequired: true, rows: 4)))
      <p class="actions"><button class="quiet">Post comment</button></p>
      """ } })
    """
  }
}
