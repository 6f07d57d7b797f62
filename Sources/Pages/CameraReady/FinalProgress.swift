public import PeerReview

/// How far a final version is, for everyone who may know.
public struct FinalProgress: Sendable {
  public let state: CameraReadyState
  public let missing: [FieldProblem]
  public let due: Instant?
  public let changes: [FinalChange]
  /// The chairs' word on these changes.
  public let verdict: Word?
  /// The shepherd's name, empty while none is named; nil for papers without one.
  public let shepherd: String?
  public let word: Word?
  public let isSignedOff: Bool?
  public init(
    state: CameraReadyState, missing: [FieldProblem], due: Instant?, changes: [FinalChange], verdict: Word?, shepherd: String?,
    word: Word?, isSignedOff: Bool?
  ) {
    self.state = state
    self.missing = missing
    self.due = due
    self.changes = changes
    self.verdict = verdict
    self.shepherd = shepherd
    self.word = word
    self.isSignedOff = isSignedOff
  }

  public struct Word: Hashable, Sendable {
    public let isYes: Bool
    public let note: String
    public let at: Instant
    public init(isYes: Bool, note: String, at: Instant) {
      self.isYes = isYes
      self.note = note
      self.at = at
    }
  }
}

extension CameraReadyState {
  var badge: Badge {
    switch self {
    case .notBegun: Badge(label: "Not begun", tone: .warning)
    case .incomplete: Badge(label: "Incomplete", tone: .warning)
    case .refused: Badge(label: "Changes refused", tone: .bad)
    case .waitsForChair: Badge(label: "Changes wait for a chair", tone: .progress)
    case .waitsForShepherd: Badge(label: "Waits for the shepherd", tone: .progress)
    case .complete: Badge(label: "Complete", tone: .good)
    }
  }
}

extension FinalProgress {
  /// What differs from the paper as accepted, old beside new.
  var changeList: HTML {
    guard !changes.isEmpty else { return nothing("Title, abstract and authors are as accepted.") }
    return "<ul class=\"changes\">\(each(changes) { "<li>\(Self.html($0))</li>" })</ul>"
  }

  private static func html(_ change: FinalChange) -> HTML {
    switch change {
    case .title(let from, let to): compared("Title", from, to)
    case .abstract(let from, let to): compared("Abstract", from, to)
    case .authorAdded(let name): "<b>Author added:</b> \(name)"
    case .authorRemoved(let name): "<b>Author removed:</b> \(name)"
    case .authorRenamed(let from, let to): "<b>Name changed:</b> \(from) → \(to)"
    case .authorOrder(let from, let to):
      compared("Order of authors", from.joined(separator: ", "), to.joined(separator: ", "))
    }
  }

  private static func compared(_ label: String, _ from: String, _ to: String) -> HTML {
    """
    <div class="compare"><h3>\(label)</h3><div><p class="soft">As accepted</p>\(prose(from))</div>
    <div><p class="soft">Final version</p>\(prose(to))</div></div>
    """
  }

  /// The words of chairs and shepherd, as far as they have spoken.
  func words(in layout: Layout) -> HTML {
    """
    \(with(verdict) { word in """
      <p class="\(ClassList("notice").with("good", if: word.isYes).with("bad", if: !word.isYes))">A chair \(word.isYes
        ? "approved" : "refused") these changes \(layout.moment(word.at)).</p>\(prose(word.note))
      """ })
    \(with(shepherd) { name in
      "<p>\(name.isEmpty ? "No shepherd is named yet." : "Shepherd: \(name).")\(signed)</p>" })
    \(with(word) { word in """
      <div class="card"><p class="over">\(word.isYes ? "Signed off" : "Asked for changes") \(layout.moment(word.at))</p>
      \(prose(word.note))</div>
      """ })
    """
  }

  private var signed: HTML {
    switch isSignedOff {
    case nil: ""
    case true?: " The final version is signed off."
    case false?:
      word?.isYes == true ? " A newer final version waits to be signed off." : " The final version is not signed off yet."
    }
  }
}

extension [FinalAuthor] {
  var list: HTML {
    "<ol>\(each(self) { author in "<li>\(author.name), \(author.affiliation)\(author.orcid.isEmpty ? "" : ", ORCID \(author.orcid)")</li>" })</ol>"
  }
}
