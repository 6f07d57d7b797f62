import PeerReview

extension FileSlot {
  /// What people call it.
  var label: String {
    switch self {
    case .manuscript: "Manuscript"
    case .appendix: "Appendix"
    case .supplement: "Code and data"
    case .workshop: "Earlier workshop paper"
    case .final: "Final version"
    case .finalAppendix: "Final appendix"
    case .source: "Sources"
    }
  }

  /// What is uploaded in it.
  var kindWord: String { isArchive ? "archive" : "PDF" }

  /// What it is for, in a sentence to authors.
  var help: String {
    switch self {
    case .manuscript: "The paper as one PDF, references included, without the appendix."
    case .appendix: "Optional, any number of pages, due with the paper. Reviewers need not read it."
    case .supplement:
      """
      What belongs to the paper as one .zip, .tar.gz or .tar.xz archive, without names. Reviewers get a copy without who packed \
      it, repositories' histories and archives within it.
      """
    case .workshop: "Only the chairs see it."
    case .final: "The paper as it is published, with names, as one PDF."
    case .finalAppendix: "Optional, published beside the paper."
    case .source: "Everything the final version is made from, as one .zip, .tar.gz or .tar.xz archive. It is not published."
    }
  }
}

extension SubmissionState {
  var label: String {
    switch self {
    case .draft: "Draft"
    case .submitted: "Submitted"
    case .withdrawn: "Withdrawn"
    case .deskRejected: "Rejected without review"
    }
  }
}
