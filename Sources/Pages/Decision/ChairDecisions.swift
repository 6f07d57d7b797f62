import PeerReview

/// The two ways a chair ends a paper's course: the decision, and the rejection without review.
struct ChairDecisions {
  let page: ChairSubmissionPage

  func html(in layout: Layout) -> HTML {
    """
    \(page.decision.map { decisionForm($0, layout) } ?? nothing("Decisions can't be made now."))
    \(with(page.deskRejection) { deskRejection($0, layout) })
    \(when(page.offersReturn) { layout.form(page.link("withdrawal"), confirm: "Undo the withdrawal? Every author gets a letter.") {
      "<p class=\"actions\"><button class=\"quiet\">Undo the withdrawal</button></p>"
    } })
    """
  }

  private func decisionForm(_ form: ChairSubmissionPage.DecisionForm, _ layout: Layout) -> HTML {
    let fields = Fields(prefix: "decision-", problems: page.problems)
    return layout.form(page.link("decision"), classes: "stack card", guarded: true) {
      """
      \(hidden("version", form.version))
      \(fields.choice("decision", "Decision", form.kinds.map { Fields.Choice(value: $0.key, label: $0.label) },
        chosen: form.decision, inline: true))
      \(fields.text("note", "To the authors", form.note, .init(help: "Optional. Part of the decision letter.", rows: 5)))
      <p class="actions"><button>Save decision</button> <span class="soft">Nobody but chairs learns it before all are
      released.</span></p>
      """
    }
  }

  private func deskRejection(_ form: ChairSubmissionPage.DeskRejectionForm, _ layout: Layout) -> HTML {
    let fields = Fields(prefix: "desk-", problems: page.problems)
    if let standing = form.standing {
      return """
        \(standing.html(in: layout))
        \(layout.form(page.link("desk-rejection"), confirm: "Take the rejection back? The paper returns into the process.") {
          "<p class=\"actions\"><button class=\"quiet\" name=\"action\" value=\"revoke\">Take the rejection back</button></p>"
        })
        """
    }
    return folded(
      "Reject without review",
      layout.form(page.link("desk-rejection"), confirm: "Reject this paper without review? Its authors get a letter.") {
        """
        \(fields.choice("ground", "Ground", form.grounds.map { Fields.Choice(value: $0.key, label: $0.label) },
          chosen: form.ground))
        \(fields.text("explanation", "Explanation to the authors", form.explanation, .init(isRequired: true, rows: 4)))
        <p class="actions"><button class="danger" name="action" value="reject">Reject without review</button></p>
        """
      }, open: !form.ground.isEmpty || !form.explanation.isEmpty)
  }
}
