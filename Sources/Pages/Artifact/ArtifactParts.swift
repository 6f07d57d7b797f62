public import PeerReview

/// What authors say of an artifact, with the paper, as evaluators and artifact chairs read it.
public struct ArtifactSummary: Sendable {
  public let number: SubmissionNumber
  public let title: String
  public let abstract: String
  /// Names: evaluation is single blind.
  public let authors: [String]
  public let content: ArtifactContent
  /// Of the badges requested, in the call's words.
  public let badges: [String]
  public let paperFiles: [File]
  public let files: [File]
  /// The page that warns before a visit to where the artifact lies; nil when it lies nowhere else.
  public let visit: Link?
  public init(
    number: SubmissionNumber, title: String, abstract: String, authors: [String], content: ArtifactContent, badges: [String],
    paperFiles: [File], files: [File], visit: Link?
  ) {
    self.number = number
    self.title = title
    self.abstract = abstract
    self.authors = authors
    self.content = content
    self.badges = badges
    self.paperFiles = paperFiles
    self.files = files
    self.visit = visit
  }

  public struct File: Hashable, Sendable {
    public let label: String
    public let link: Link
    public let sizeBytes: Int64
    public init(label: String, link: Link, sizeBytes: Int64) {
      self.label = label
      self.link = link
      self.sizeBytes = sizeBytes
    }
  }

  var html: HTML {
    """
    <h3>The paper</h3>\(list(paperFiles))\(folded("Abstract", prose(abstract)))
    <h3>The artifact</h3>\(list(files))
    \(content.html(location: location))
    <p>Badges requested: \(badges.joined(separator: "; ")).</p>
    """
  }

  private func list(_ files: [File]) -> HTML {
    when(!files.isEmpty) {
      """
      <ul class="files">\(each(files) { file in
        "<li><a class=\"button quiet\" href=\"\(file.link)\">\(file.label)</a> <span class=\"soft\">\(size(file.sizeBytes))</span></li>"
      })</ul>
      """
    }
  }

  private var location: HTML {
    "<code>\(content.location)</code>\(with(visit) { " <a href=\"\($0)\">Go there</a>" })"
  }
}

extension ArtifactContent {
  /// What stands in the form, in words; `location` is its own, as far as one may follow it.
  func html(location: HTML) -> HTML {
    """
    \(prose(description))
    \(when(!claims.isEmpty) { """
      <ol class="claims">\(each(claims) { claim in
        "<li>\(prose(claim.claim))<p class=\"soft\">Supported by:</p>\(prose(claim.experiments))</li>"
      })</ol>
      """ })
    \(facts(needs(location: location)))
    """
  }

  private func needs(location: HTML) -> [(String, HTML)] {
    var pairs: [(String, HTML)] = [("Hardware", prose(hardware)), ("Time", prose(duration))]
    pairs.append(("Accounts and licences", prose(accounts)))
    if !self.location.isEmpty { pairs.append(("Where it lies", location)) }
    pairs.append(("How to get at it", prose(access)))
    return pairs.filter { !$0.1.isEmpty }
  }
}

/// Reports and messages between authors, who are known, and evaluators, who are not.
///
/// The form, where there is one, posts `text` to `action`.
public struct ArtifactDialogue: Sendable {
  public let reports: [Report]
  public let messages: [Message]
  /// Whether this viewer may write now.
  public let accepts: Bool
  /// Until when authors may write.
  public let due: Instant?
  public let typed: String
  public let problems: [FieldProblem]
  public init(
    reports: [Report], messages: [Message], accepts: Bool, due: Instant?, typed: String = "", problems: [FieldProblem] = []
  ) {
    self.reports = reports
    self.messages = messages
    self.accepts = accepts
    self.due = due
    self.typed = typed
    self.problems = problems
  }

  public struct Report: Hashable, Sendable {
    public let who: String
    public let outcome: KickTheTires
    public let text: String
    public let at: Instant
    public init(who: String, outcome: KickTheTires, text: String, at: Instant) {
      self.who = who
      self.outcome = outcome
      self.text = text
      self.at = at
    }
  }

  public struct Message: Hashable, Sendable {
    public let who: String
    public let text: String
    public let at: Instant
    public init(who: String, text: String, at: Instant) {
      self.who = who
      self.text = text
      self.at = at
    }
  }

  func html(in layout: Layout, action: Link) -> HTML {
    """
    \(each(reports) { report in """
      <article class="card"><p class="over">\(report.who), kick-the-tires \(report.outcome.badge.html) \(layout.brief(report.at)) UTC</p>
      \(prose(report.text))</article>
      """ })
    \(each(messages) { message in """
      <article class="card"><p class="over">\(message.who), \(layout.brief(message.at)) UTC</p>\(prose(message.text))</article>
      """ })
    \(when(reports.isEmpty && messages.isEmpty) { nothing("Nobody has written yet.") })
    \(when(accepts) { layout.form(action) { """
      \(Fields(prefix: "message-", problems: problems).text("text", "Your message", typed, .init(
        help: "Authors are named to evaluators; evaluators are told apart by letters only.", rows: 4)))
      <p class="actions"><button>Send</button><span class="soft">\(with(due) { "Authors can write until \(layout.deadline($0))." })</span></p>
      """ } })
    """
  }
}

/// One evaluation that was handed in.
public struct EvaluationCard: Sendable {
  public let heading: String
  public let at: Instant
  public let verdicts: [Verdict]
  public let toAuthors: String
  /// Nil for whoever is no artifact chair.
  public let toChairs: String?
  /// Why it is nominated as one of the best; nil when it is not, and for whoever is no artifact chair.
  public let nomination: String?
  public init(heading: String, at: Instant, verdicts: [Verdict], toAuthors: String, toChairs: String?, nomination: String?) {
    self.heading = heading
    self.at = at
    self.verdicts = verdicts
    self.toAuthors = toAuthors
    self.toChairs = toChairs
    self.nomination = nomination
  }

  public struct Verdict: Hashable, Sendable {
    public let badge: String
    public let recommends: Bool?
    /// Each check of the call with whether it holds.
    public let checks: [Check]
    public init(badge: String, recommends: Bool?, checks: [Check]) {
      self.badge = badge
      self.recommends = recommends
      self.checks = checks
    }
  }

  public struct Check: Hashable, Sendable {
    public let text: String
    public let holds: Bool
    public init(text: String, holds: Bool) {
      self.text = text
      self.holds = holds
    }
  }

  func html(in layout: Layout) -> HTML {
    """
    <article class="card"><h3>\(heading)</h3><p class="soft">\(layout.moment(at))</p>
    \(each(verdicts) { verdict in """
      <p><strong>\(verdict.badge)</strong> \(verdict.mark.html)</p>
      <ul class="checks">\(each(verdict.checks) { "<li>\($0.holds ? "Yes: " : "No: ")\($0.text)</li>" })</ul>
      """ })
    \(prose(toAuthors))
    \(with(toChairs) { text in when(!text.isEmpty) { "<h4>To the artifact chairs</h4>\(prose(text))" } })
    \(with(nomination) { "<h4>Nominated as one of the best</h4>\(prose($0))" })</article>
    """
  }
}

extension EvaluationCard.Verdict {
  var mark: Badge {
    switch recommends {
    case true?: Badge(label: "Recommended", tone: .good)
    case false?: Badge(label: "Not recommended", tone: .bad)
    case nil: Badge(label: "Undecided")
    }
  }
}

/// What became of one badge.
public struct BadgeOutcome: Hashable, Sendable {
  public let label: String
  public let isAwarded: Bool
  public let note: String
  public init(label: String, isAwarded: Bool, note: String) {
    self.label = label
    self.isAwarded = isAwarded
    self.note = note
  }

  var html: HTML {
    let mark = isAwarded ? Badge(label: "Awarded", tone: .good) : Badge(label: "Not awarded", tone: .neutral)
    return "<li><strong>\(label)</strong> \(mark.html)\(prose(note))</li>"
  }
}

extension KickTheTires {
  var label: String {
    switch self {
    case .works: "It works so far"
    case .problems: "It works in part; the authors are asked"
    case .blocked: "It can't be run as it is; the authors are asked"
    }
  }

  var badge: Badge {
    switch self {
    case .works: Badge(label: "works", tone: .good)
    case .problems: Badge(label: "problems", tone: .warning)
    case .blocked: Badge(label: "blocked", tone: .bad)
    }
  }
}

extension ArtifactState {
  var badge: Badge {
    switch self {
    case .withdrawn: Badge(label: "Taken back")
    case .incomplete: Badge(label: "Incomplete", tone: .warning)
    case .complete: Badge(label: "Complete", tone: .good)
    case .waitsForEvaluators: Badge(label: "Waits for evaluators", tone: .warning)
    case .underEvaluation: Badge(label: "Under evaluation", tone: .progress)
    case .waitsForDecision: Badge(label: "Waits for a decision", tone: .progress)
    case .decided: Badge(label: "Decided", tone: .good)
    case .released: Badge(label: "Released", tone: .good)
    }
  }
}
