import PeerReview

/// Beginning a paper with its PDF: a draft of its own, whose form is filled in afterwards.
struct BeginWithPDF {
  let call: Call
  let problems: [FieldProblem]

  func html(in layout: Layout) -> HTML {
    let fields = Fields(prefix: "begin-", problems: problems)
    return folded(
      "Begin with the PDF instead",
      layout.form("/submissions/new/file", multipart: true) {
        """
        <div class="field"><label for="\(fields.id("file"))">The manuscript as a PDF</label>
        <p class="help" id="\(fields.id("file"))-help">At most \(size(call.limits.manuscriptBytes)). A draft is begun with it; its
        title and abstract are read from it for you to check.</p>
        <input type="file" id="\(fields.id("file"))" name="file" accept="application/pdf,.pdf" required\
        \(fields.describedBy("file", hasHelp: true)) data-limit="\(call.limits.manuscriptBytes)">\(fields.told("file"))</div>
        <p class="actions"><button class="quiet">Begin a draft with this PDF</button></p>
        """
      }, open: !problems.isEmpty)
  }
}
