import PeerReview

extension Layout {
  func document(of page: some Page) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en" data-now="\(now.seconds)" data-zone="\(zone.name)">
    \(head(title: page.title))
    <body>
    <a class="skip" href="#main">Skip to the content</a>
    \(header(page.section))
    <main id="main" tabindex="-1">
    \(subsections(page.section))
    \(each(notices, notice))
    \(page.content(in: self))
    </main>
    \(footer)
    </body>
    </html>

    """
  }

  private func head(title: String) -> HTML {
    """
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="same-origin">
    <title>\(title) · \(conference)</title>
    <link rel="stylesheet" href="\(Asset.stylesheet.link)">
    <link rel="icon" type="image/svg+xml" href="\(Asset.icon.link)">
    <script src="\(Asset.script.link)" defer></script>
    </head>
    """
  }

  private func header(_ section: Section?) -> HTML {
    """
    <header class="top">
    <div class="bar">
    <a class="brand" href="/">\(conference)</a>
    <nav aria-label="Main"><ul>
    \(when(isOpen) { tab("/call", "The call", section == .call) })
    \(when(viewer != nil) { tab("/submissions", "Submissions", section == .submissions) })
    \(when(viewer?.reviews == true) { tab("/reviews", "Reviews", section.map(Self.reviewing.contains) ?? false) })
    \(when(viewer?.chairs == true || viewer?.chairsTracks == true) { tab("/chair", "Chair", section.map(Self.chairing.contains) ?? false) })
    \(when(viewer?.evaluates == true) { tab("/evaluations", "Evaluation", section == .evaluations) })
    \(when(viewer?.chairsArtifacts == true) { tab("/artifacts", "Artifacts", section == .artifacts || section == .artifactPeople) })
    \(when(viewer?.publishes == true) { tab("/publication", "Publication", section == .publication) })
    </ul></nav>
    \(badge(section))
    </div>
    \(with(phase, banner))
    </header>
    """
  }

  private func badge(_ section: Section?) -> HTML {
    guard isOpen else { return .empty }
    guard let viewer else { return "<div class=\"viewer\"><a class=\"button quiet\" href=\"/sign-in\">Sign in</a></div>" }
    return """
      <div class="viewer"><a href="/account"\(attribute: "aria-current", section == .account ? "page" : nil)>\(viewer.name)</a>
      <form method="post" action="/sign-out">\(token)<button class="quiet">Sign out</button></form></div>
      """
  }

  private func banner(_ phase: PhaseBanner) -> HTML {
    """
    <div class="phase"><p><strong>\(phase.sentence).</strong>
    \(with(phase.deadline) { "\(phase.next) \(deadline($0))." })</p></div>
    """
  }

  private static let reviewing: Set<Section> = [.reviews, .bids, .expertise, .conflicts]
  private static let chairing: Set<Section> = [
    .chair, .figures, .chairSubmissions, .chairScreening, .people, .assignment, .decisions, .letters, .audit, .callVersions,
    .cameraReady, .chairConflicts, .integrity,
  ]

  private func subsections(_ section: Section?) -> HTML {
    guard let section else { return .empty }
    let tabs: HTML
    if Self.reviewing.contains(section) {
      tabs = """
        \(tab("/reviews", "Papers", section == .reviews))
        \(tab("/bids", "Bids", section == .bids))
        \(tab("/expertise", "Expertise", section == .expertise))
        \(tab("/conflicts", "Conflicts", section == .conflicts))
        """
    } else if Self.chairing.contains(section) {
      tabs = chairTabs(section)
    } else if section == .artifacts || section == .artifactPeople {
      tabs = """
        \(tab("/artifacts", "Overview", section == .artifacts))
        \(tab("/artifacts/people", "Evaluators", section == .artifactPeople))
        """
    } else {
      return .empty
    }
    return "<nav class=\"sub\" aria-label=\"Section\"><ul>\(tabs)</ul></nav>"
  }

  private func chairTabs(_ section: Section) -> HTML {
    let isWhole = viewer?.chairsTracks != true
    return """
      \(tab("/chair", "Overview", section == .chair))
      \(tab("/chair/figures", "Figures", section == .figures))
      \(tab("/chair/submissions", "Submissions", section == .chairSubmissions))
      \(tab("/chair/screening", "Screening", section == .chairScreening))
      \(when(isWhole) { tab("/chair/people", "People", section == .people) })
      \(tab("/chair/conflicts", "Conflicts", section == .chairConflicts))
      \(when(isWhole) { tab("/chair/integrity", "Integrity", section == .integrity) })
      \(when(isWhole) { tab("/chair/assignment", "Assignment", section == .assignment) })
      \(tab("/chair/decisions", "Decisions", section == .decisions))
      \(when(isWhole && phase?.hasFinalVersions == true) { tab("/chair/final", "Final versions", section == .cameraReady) })
      \(when(isWhole) { tab("/chair/letters", "Letters", section == .letters) })
      \(when(isWhole) { tab("/chair/audit", "Audit log", section == .audit) })
      \(when(isWhole) { tab("/chair/call", "Call file", section == .callVersions) })
      """
  }

  private func tab(_ link: Link, _ label: String, _ current: Bool) -> HTML {
    "<li><a href=\"\(link)\"\(attribute: "aria-current", current ? "page" : nil)>\(label)</a></li>"
  }

  private func notice(_ notice: Notice) -> HTML {
    let classes: ClassList =
      switch notice.kind {
      case .done: "notice good"
      case .warning: "notice warning"
      case .problem: "notice bad"
      }
    return "<p class=\"\(classes)\" role=\"\(notice.kind == .problem ? "alert" : "status")\">\(notice.text)</p>"
  }

  private var footer: HTML {
    """
    <footer class="bottom"><p>Server time <time datetime="\(now.iso8601)" data-clock>\(clock(now))</time>.
    Deadlines follow this clock, to the second.</p>
    \(when(isOpen) { "<p><a href=\"/call\">Rules and dates</a></p>" })</footer>
    """
  }
}
