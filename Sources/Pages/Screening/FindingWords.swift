import PeerReview

/// What people call the rules of screening.
public enum FindingWords {
  /// The code itself for a rule that has no name here.
  public static func name(_ code: String) -> String { names[code] ?? code }

  /// Codes of the rules that have a name here, sorted.
  public static var codes: [String] { names.keys.sorted() }

  private static let names = [
    "file.not_pdf": "Not a PDF", "file.malformed": "Damaged file", "file.encrypted": "Protected file",
    "file.resource_bomb": "Over the limits of time or memory", "file.javascript": "Scripts in the file",
    "file.active_content": "Actions in the file", "file.attachment": "Attachments in the file", "file.no_text": "No text",
    "file.too_many_pages": "Too many pages", "file.not_archive": "Not an archive",
    "file.unsafe_path": "Archive that writes outside its folder", "file.left_out": "Files left out of the reviewers' copy",
    "file.cut": "Archive not looked through", "format.paper_size": "Paper size", "format.page_limit": "Page limit",
    "format.columns": "Columns", "format.margins": "Margins", "format.font_size": "Type size",
    "format.line_height": "Line height", "format.type3": "Bitmap fonts", "format.fonts_embedded": "Fonts not embedded",
    "format.appendix_in_main": "Appendix in the paper", "refs.et_al": "References that hide authors",
    "refs.no_year": "References without a year", "refs.unresolved": "Unresolved references",
    "refs.missing": "No reference list", "anon.author_names": "Author names", "anon.email": "Addresses",
    "anon.affiliation": "Affiliations", "anon.acknowledgement": "Acknowledgements", "anon.funding": "Funding",
    "anon.metadata": "Names in the file's properties", "anon.link": "Links to the authors",
    "anon.self_citation": "Self-citation", "hidden.text": "Hidden text", "inject.prompt": "Instructions to a model",
    "llm.boilerplate": "Phrases of a language model", "statement.place": "Places that statements name",
    "dup.near": "Text shared with another paper",
    "dup.corpus": "Text shared with an imported paper",
  ]
}

extension FindingSeverity {
  var label: String {
    switch self {
    case .violation: "Against the call"
    case .warning: "To be judged"
    case .note: "Worth knowing"
    }
  }

  /// In an address.
  var key: String {
    switch self {
    case .violation: "violation"
    case .warning: "warning"
    case .note: "note"
    }
  }
}

extension FindingVerdict {
  var label: String {
    switch self {
    case .confirmed: "Confirmed"
    case .dismissed: "Dismissed"
    }
  }
}
