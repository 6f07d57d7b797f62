public import PeerReview

/// The front door, for everyone: what the conference is, its dates, and where to begin.
public struct HomePage: Page {
  public let call: Call
  /// What the signed-in viewer may go to; empty for the public.
  public let doors: [Door]
  public init(call: Call, doors: [Door] = []) {
    self.call = call
    self.doors = doors
  }

  public struct Door: Hashable, Sendable {
    public let label: String
    public let explanation: String
    public let link: Link
    public init(label: String, explanation: String, link: Link) {
      self.label = label
      self.explanation = explanation
      self.link = link
    }
  }

  public var title: String { "Call for papers" }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="hero"><h1>\(call.name)</h1><p class="lead">\(call.fullName)</p>
    <p class="actions">\(invitation(layout))</p></div>
    \(when(!doors.isEmpty) { """
      <ul class="doors">\(each(doors) { door in
        "<li><a href=\"\(door.link)\"><strong>\(door.label)</strong><span>\(door.explanation)</span></a></li>"
      })</ul>
      """ })
    \(part("dates", "Dates") { timeline(call.calendar, in: layout) })
    \(part("tracks", "Tracks") { """
      <div class="cards">\(each(call.tracks) { "<article class=\"card\"><h3>\($0.name)</h3>\(prose($0.summary))</article>" })\
      </div>
      """ })
    \(part("topics", "Topics of interest") { """
      <ul class="topics">\(each(call.topics) { "<li>\($0.name)</li>" })</ul>
      \(when(call.keywordsLimit != nil) {
        "<p class=\"soft\">The list is not a limit: other topics are welcome as keywords.</p>" })
      """ })
    \(with(Link(web: call.website)) { "<p>More about the conference: <a href=\"\($0)\">\(call.website)</a></p>" })
    """
  }

  private func invitation(_ layout: Layout) -> HTML {
    let open = call.calendar.registering.contains(layout.now)
    let submit: HTML = when(open) { "<a class=\"button\" href=\"/submissions/new\">Submit a paper</a>" }
    let enter: HTML = when(layout.viewer == nil) { "<a class=\"button\(open ? " quiet" : "")\" href=\"/sign-in\">Sign in</a>" }
    return "\(submit) \(enter) <a class=\"button quiet\" href=\"/call\">Read the call</a>"
  }
}
