public import PeerReview

/// A review as chairs think of it. Nobody else ever reads that.
public struct RatedReview: Sendable {
  public let id: ID<Assignment>
  /// Pseudonym and name.
  public let reviewer: String
  public let own: ReviewRating
  /// One line for each other chair.
  public let others: [String]
  public init(id: ID<Assignment>, reviewer: String, own: ReviewRating, others: [String]) {
    self.id = id
    self.reviewer = reviewer
    self.own = own
    self.others = others
  }
}

/// The form by which a chair rates a paper's reviews.
struct RatedReviews {
  let reviews: [RatedReview]
  let problems: [FieldProblem]

  func html(in layout: Layout, action: Link) -> HTML {
    let fields = Fields(prefix: "rating-", problems: problems)
    return folded(
      "Rate these reviews",
      layout.form(action, guarded: true) {
        """
        <p class="soft">Only chairs who may know of this paper see ratings; reviewers and authors never do.</p>
        \(each(reviews) { review in
          """
          <fieldset><legend>\(review.reviewer)</legend>
          \(each(review.others) { "<p>\($0)</p>" })
          <div class="columns">\(fields.select("ratings.\(review.id.text)", "Your rating",
            ReviewRating.grades.map { (String($0.value), "\($0.value) · \($0.label)") },
            chosen: review.own.grade.map(String.init) ?? "", empty: "None"))
          \(fields.text("notes.\(review.id.text)", "Why", review.own.note, .init(help: "Optional.")))</div></fieldset>
          """
        })
        <p class="actions"><button class="quiet">Save ratings</button></p>
        """
      }, open: problems.contains { $0.field.hasPrefix("ratings.") || $0.field.hasPrefix("notes.") })
  }
}
