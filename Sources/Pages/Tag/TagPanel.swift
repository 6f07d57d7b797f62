public import PeerReview

/// A tag as a page prints it. Its colour says nothing that its word doesn't.
public struct TagBadge: Hashable, Sendable {
  /// With its sign and number.
  public let text: String
  /// With its sign, without its number: what a search names it by.
  public let key: String
  public let colour: TagKind.Colour?
  public init(text: String, key: String, colour: TagKind.Colour?) {
    self.text = text
    self.key = key
    self.colour = colour
  }

  var html: HTML { "<span class=\"\(classes)\">\(text)</span>" }

  private var classes: ClassList {
    switch colour {
    case .red: "tag red"
    case .yellow: "tag yellow"
    case .green: "tag green"
    case .blue: "tag blue"
    case .grey: "tag grey"
    case nil: "tag"
    }
  }
}

/// Nothing without tags.
func tagList(_ tags: [TagBadge]) -> HTML {
  when(!tags.isEmpty) { "<ul class=\"tags\" aria-label=\"Tags\">\(each(tags) { "<li>\($0.html)</li>" })</ul>" }
}

/// The tags of one paper and the form that changes them.
public struct TagPanel: Sendable {
  /// Tags of the committee and, for chairs, of chairs.
  public let shared: Disclosure<[TagBadge]>
  public let own: [TagBadge]
  /// Such as "award: Rita Levi 3, Ron Rivest 2".
  public let votes: [String]
  /// What the call says of tags the viewer may put here: the word and its meaning.
  public let words: [Word]
  /// Whether tags for chairs may be put here.
  public let isForChairs: Bool
  public let typed: String
  public let problems: [FieldProblem]

  public struct Word: Hashable, Sendable {
    public let text: String
    public let meaning: String
    public init(text: String, meaning: String) {
      self.text = text
      self.meaning = meaning
    }
  }

  public init(
    shared: Disclosure<[TagBadge]>, own: [TagBadge], votes: [String] = [], words: [Word] = [], isForChairs: Bool,
    typed: String = "", problems: [FieldProblem] = []
  ) {
    self.shared = shared
    self.own = own
    self.votes = votes
    self.words = words
    self.isForChairs = isForChairs
    self.typed = typed
    self.problems = problems
  }

  func html(in layout: Layout, action: Link) -> HTML {
    let fields = Fields(prefix: "tag-", problems: problems)
    return """
      \(revealed(shared) { tags in
        tags.isEmpty && own.isEmpty ? nothing("No tags yet.") : tagList(tags) })
      \(tagList(own))
      \(when(!votes.isEmpty) { "<ul class=\"soft\">\(each(votes) { "<li>\($0)</li>" })</ul>" })
      \(layout.form(action) {
        """
        \(fields.text("tags", "Change tags", typed, .init(help: help, limitCharacters: TagRules.limitCharacters)))
        <p class="actions"><button class="quiet">Change</button></p>
        """
      })
      \(when(!words.isEmpty) { folded("Tags of this conference", facts(words.map { ($0.text, "\($0.meaning)") })) })
      """
  }

  private var help: String {
    "Such as “\(isForChairs ? "discuss" : "~later") \(isForChairs ? "~~check" : "~rank")#2 -\(isForChairs ? "" : "~")old”: a number "
      + "after “#”, a minus takes away. “~” before a tag keeps it for yourself"
      + (isForChairs ? ", “~~” for the chairs; the others are read by reviewers whose review is in." : ".")
  }
}
