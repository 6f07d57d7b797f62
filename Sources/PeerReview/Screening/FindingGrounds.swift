/// On which ground of a call a finding would be held against a paper.
public enum FindingGrounds {
  /// Keys that call files use for such a ground, the fitting one first.
  public static func keys(of code: String) -> [String] {
    switch code.prefix(while: { $0 != "." }) {
    case "anon": ["anonymity"]
    case "format", "refs", "file": ["format"]
    case "dup": ["dual-submission", "plagiarism"]
    case "hidden", "inject": ["plagiarism", "integrity", "format"]
    case "llm": ["generated-text", "plagiarism"]
    default: []
    }
  }
}
