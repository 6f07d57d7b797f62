public import PeerReview

/// Why something was declined, and what can be done about it.
public struct ErrorPage: Page {
  /// The HTTP status that goes with it; printed small.
  public let status: Int
  public let heading: String
  /// Full sentences: what happened and the way on.
  public let sentences: [String]
  public let problems: [FieldProblem]
  /// Printed beside the server's time when a period is the reason.
  public let moment: Instant?
  /// Where to go on; the home page when nil.
  public let back: Link?
  public init(status: Int, heading: String, sentences: [String], problems: [FieldProblem] = [], moment: Instant?, back: Link?) {
    self.status = status
    self.heading = heading
    self.sentences = sentences
    self.problems = problems
    self.moment = moment
    self.back = back
  }

  public var title: String { heading }

  /// The answer to a refusal other than `notFound`, which has a page of its own.
  public init(_ refusal: Refusal, back: Link?) {
    var problems: [FieldProblem] = []
    var moment: Instant?
    let (status, heading, sentences): (Int, String, [String])
    switch refusal {
    case .notFound:
      (status, heading, sentences) = (404, "Not found", ["There is nothing here, or nothing that is yours to see."])
    case .notYetOpen(let opens):
      moment = opens
      (status, heading, sentences) = (403, "Not open yet", ["This becomes possible at the moment below, on the server's clock."])
    case .closed(let since):
      moment = since
      (status, heading, sentences) = (
        403, "Closed", ["This ended at the moment below, on the server's clock. Nothing you sent was stored."]
      )
    case .notYours:
      (status, heading, sentences) = (403, "Not yours to do", ["Someone else has to do this. If that is wrong, ask the chairs."])
    case .conflicted:
      (status, heading, sentences) = (
        403, "Conflict of interest", ["Someone involved has a conflict of interest here, so this was not done."]
      )
    case .invalid(let found):
      problems = found
      (status, heading, sentences) = (
        422, "Something needs correcting", ["Nothing was stored. Go back, correct it and try again."]
      )
    case .stale:
      (status, heading, sentences) = (
        409, "Changed meanwhile",
        [
          "Someone, perhaps you in another tab, saved a newer version. Nothing was overwritten.",
          "Reload the page and try again.",
        ]
      )
    case .tooLarge(let limitBytes):
      (status, heading, sentences) = (
        413, "Too large", ["The limit is \(size(limitBytes)). Nothing was stored. Make the file smaller and upload it again."]
      )
    case .tooMany(let seconds):
      (status, heading, sentences) = (
        429, "Too many attempts", ["Nothing was tried. Wait \(Span.seconds(Int64(seconds)).words), then try again."]
      )
    case .unavailable(let reason):
      (status, heading, sentences) = (
        503, "Not possible right now", [reason, "Nothing was stored. What you sent can be sent again in a moment."]
      )
    }
    self.init(status: status, heading: heading, sentences: sentences, problems: problems, moment: moment, back: back)
  }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>\(heading)</h1>
    \(each(sentences) { "<p>\($0)</p>" })
    \(with(moment) { "<p class=\"big-moment\">\(layout.moment($0))</p>" })
    \(when(!problems.isEmpty) { "<ul>\(each(problems) { "<li>\($0.message)</li>" })</ul>" })
    <p>Server time now: \(layout.clock(layout.now)).</p>
    <p><a class="button" href="\(back ?? "/")">\(back == nil ? "To the home page" : "Go back")</a></p>
    <p class="soft">Status \(status)</p>
    """
  }
}

/// The answer to everything the viewer can't have or that isn't there. A whole document of its own, without navigation,
/// viewer or time, so that its bytes never differ.
public struct NotFoundPage: Sendable {
  public init() {}

  public func html() -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Not found</title>
    <link rel="stylesheet" href="\(Asset.stylesheet.link)">
    <link rel="icon" type="image/svg+xml" href="\(Asset.icon.link)">
    </head>
    <body>
    <main id="main">
    <h1>Not found</h1>
    <p>There is nothing at this address, or nothing that is yours to see.</p>
    <p><a class="button" href="/">To the home page</a></p>
    </main>
    </body>
    </html>

    """
  }
}
