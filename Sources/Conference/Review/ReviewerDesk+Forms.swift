internal import PeerReview
internal import Store

extension ReviewerDesk {
  /// The form of every paper of the viewer, with what is written so far, as one file.
  public func reviewForms() async throws -> String {
    try await conference.look { act in
      try requireOffice(act)
      let versioned = try act.call(self.call)
      let call = versioned.call
      let forms = try act.session.papersToReview(by: viewer, in: self.call).sorted { $0.number < $1.number }.compactMap { paper in
        try call.track(paper.track).map { _ in
          let draft = try act.session.reviewDraft(of: paper.assignment)
          return ReviewFile.Form(
            assignment: paper.assignment, number: paper.number, title: paper.title,
            form: try act.begunForm(paper.assignment, paper.track, versioned).form,
            answers: draft?.answers ?? ReviewAnswers(), version: draft?.version ?? 0)
        }
      }
      return ReviewFile.text(
        forms,
        head: [
          "\(call.name): reviews of \(viewer.displayName), due \(call.calendar.reviewing.closes.utc).",
          "Answer below each question. Lines like this one are help; leave those that begin with ==+== or ==*== as they are.",
          "Then upload the file at \(conference.settings.site)/reviews. What is left empty stays unanswered.",
        ])
    }
  }

  /// Keeps all that a filled file says as drafts, or hands the reviews in; all of them or, when anything is refused, none. Returns how
  /// many reviews changed. Forms without any answer are passed over.
  ///
  /// Refuses `invalid` with every problem by its line: what `ReviewFile.read` refuses, papers that are not the viewer's, a draft that
  /// was changed since the forms were downloaded, and all that the form's page would refuse.
  @discardableResult
  public func uploadReviewForms(_ text: String, submits: Bool) async throws -> Int {
    try await conference.act { act in
      try requireOffice(act)
      let versioned = try act.call(self.call)
      let tracks = Dictionary(
        try act.session.papersToReview(by: viewer, in: self.call).map { ($0.assignment, $0.track) },
        uniquingKeysWith: { first, _ in first })
      // In one order, so that the statements are the same whatever the dictionary's.
      let known = try tracks.sorted { $0.key < $1.key }.reduce(into: [ID<Assignment>: ReviewForm]()) {
        $0[$1.key] = try act.begunForm($1.key, $1.value, versioned).form
      }
      let file = ReviewFile.read(text) { known[$0] }
      var problems = file.problems
      var changed = 0
      for form in file.forms {
        guard tracks[form.assignment] != nil else {
          problems.append(ReviewFile.problem(form.line, "this is none of your papers now."))
          continue
        }
        if form.answers == ReviewAnswers() { continue }
        do {
          if submits {
            try submit(form.assignment, basedOn: form.version, form.answers, act)
          } else {
            try saveDraft(form.assignment, basedOn: form.version, form.answers, act)
          }
          changed += 1
        } catch Refusal.invalid(let found) {
          // A grade that is no number is told of once, not as a missing one, too.
          problems += found.map { ReviewFile.problem(form.lines[$0.field] ?? form.line, $0.message) }.filter { problem in
            !file.problems.contains { $0.line == problem.line }
          }
        } catch Refusal.stale {
          problems.append(
            ReviewFile.problem(
              form.line, "the draft was changed since these forms were downloaded; download them again and copy your answers."))
        }
      }
      if !problems.isEmpty { throw Refusal.invalid(ReviewFile.inOrder(problems)) }
      return changed
    }
  }
}
