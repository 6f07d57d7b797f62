import PeerReview

extension ReviewForm {
  /// Every question with what is answered so far, each problem beside its question.
  func questions(_ answers: ReviewAnswers, _ fields: Fields) -> HTML {
    """
    \(each(criteria) { criterion($0, answers, fields) })
    \(each(texts) { question in
      fields.text("texts.\(question.key)", question.label, answers.texts[question.key] ?? "", .init(
        help: question.help + audience(question), rows: 7))
    })
    \(criterion(overall, answers, fields))\(criterion(confidence, answers, fields))
    """
  }

  private func audience(_ question: ReviewText) -> String {
    (question.shownToAuthors ? " Authors read this." : " Authors never read this.") + (question.required ? "" : " Optional.")
  }

  private func criterion(_ criterion: Criterion, _ answers: ReviewAnswers, _ fields: Fields) -> HTML {
    fields.choice(
      "scores.\(criterion.key)", criterion.label,
      criterion.grades.map { Fields.Choice(value: String($0.value), label: "\($0.value) · \($0.label)") },
      chosen: answers.scores[criterion.key].map(String.init) ?? "",
      help: criterion.question + (criterion.shownToAuthors ? "" : " Authors never see this."))
  }
}
