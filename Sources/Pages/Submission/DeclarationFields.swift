import PeerReview

/// The call's declarations and the exceptions to its dual-submission rule.
struct DeclarationFields {
  let call: Call
  let answers: SubmissionAnswers
  let fields: Fields

  var html: HTML {
    """
    \(part("declarations", "Declarations") { each(call.declarations.filter { ownTrack(of: $0) == nil }, field) })
    \(when(!call.dualSubmissionExceptions.isEmpty) { part("exceptions", "Exceptions to the dual-submission rule") {
      exceptions } })
    """
  }

  /// Those only one track asks for; they stand with the track.
  func declarations(onlyOf track: Track) -> HTML {
    each(call.declarations.filter { ownTrack(of: $0) == track.key }, field)
  }

  private func ownTrack(of declaration: Declaration) -> String? {
    guard let keys = declaration.trackKeys, keys.count == 1 else { return nil }
    return keys.first
  }

  private func field(_ declaration: Declaration) -> HTML {
    let name = "declarations.\(declaration.key)"
    let given = answers.declarations[declaration.key] ?? ""
    switch declaration.answer {
    case .confirm:
      return "<div class=\"field\">\(fields.tick(name, declaration.text, given == "yes"))</div>"
    case .choose(let options):
      let wanted: HTML = when(options.contains(where: \.wantsText)) {
        """
        <div class="wanted">\(fields.text("declarationTexts.\(declaration.key)", "In a few words",
          answers.declarationTexts[declaration.key] ?? "", .init(rows: 3)))</div>
        """
      }
      return fields.choice(
        name, declaration.text,
        options.map { Fields.Choice(value: $0.key, label: $0.label, wantsText: $0.wantsText) }, chosen: given, below: wanted)
    }
  }

  private var exceptions: HTML {
    """
    <p class="help">A paper under review elsewhere or already published can't be submitted. Tick what applies to this paper,
    if anything does.</p>
    \(each(call.dualSubmissionExceptions) { exception in """
      <fieldset class="field exception"><legend class="unseen">\(exception.label)</legend>
      <div class="tick"><input type="checkbox" name="exceptions" value="\(exception.key)" id="\
      \(fields.id("exceptions-" + exception.key))"\
      \(flag: "checked", answers.exceptions[exception.key] != nil) data-wants><label
      for="\(fields.id("exceptions-" + exception.key))">\(exception.label)</label></div>
      \(when(exception.wantsExplanation || exception.wantsPaper || exception.wantsChairApproval) { wanted(exception) })</fieldset>
      """ })
    """
  }

  private func wanted(_ exception: DualSubmissionException) -> HTML {
    """
    <div class="wanted">
    \(when(exception.wantsChairApproval) { "<p class=\"help\">The chairs have to approve this.</p>" })
    \(when(exception.wantsPaper) { "<p class=\"help\">Upload the earlier paper on the next page; only the chairs see it.</p>" })
    \(when(exception.wantsExplanation) { fields.text(
      "exceptions.\(exception.key)", "How does this paper differ from the earlier one?", answers.exceptions[exception.key] ?? "",
      .init(help: "Reviewers are not shown this.", rows: 4)) })</div>
    """
  }
}
