import PeerReview

extension FileSlot {
  /// What people call it.
  var label: String {
    switch self {
    case .manuscript: "Manuscript"
    case .appendix: "Appendix"
    case .workshop: "Earlier workshop paper"
    case .final: "Final version"
    case .finalAppendix: "Final appendix"
    case .source: "Sources"
    }
  }

  /// What it is for, in a sentence to authors.
  var help: String {
    switch self {
    case .manuscript: "The paper as one PDF, references included, without the appendix."
    case .appendix: "Optional, any number of pages, due with the paper. Reviewers need not read it."
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
