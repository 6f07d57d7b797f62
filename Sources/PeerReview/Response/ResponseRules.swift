/// The authors' answer to the reviews (C11). A noun to hang ids on.
public enum Response {}

public enum ResponseRules {
  /// Once per paper, by a contact, in the window, within the word limit.
  public static func respond(
    _ facts: SubmissionFacts, text: String, answeredAt: Instant?, reviews: Int, call: Call, at now: Instant
  ) throws(Refusal) {
    try SubmissionRules.requireUnderReview(facts)
    try call.calendar.response.require(at: now)
    if let answeredAt { throw .closed(since: answeredAt) }
    if reviews == 0 {
      throw .invalid([FieldProblem("text", "No review is in yet, so there is nothing to answer.")])
    }
    if Words.isBlank(text) { throw .invalid([FieldProblem("text", "Write the response first.")]) }
    let words = Words.count(text)
    if words > call.response.limitWords || text.count > call.response.limitWords * 40 {
      throw .invalid([
        FieldProblem("text", "The response has \(words) words; the limit is \(call.response.limitWords). Shorten it.")
      ])
    }
  }
}
