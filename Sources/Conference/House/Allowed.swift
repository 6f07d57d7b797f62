internal import PeerReview

/// Whether a rule lets the act pass: for what a page offers. The act itself asks the rule again.
func isAllowed(_ rule: () throws(Refusal) -> Void) -> Bool {
  do {
    try rule()
    return true
  } catch {
    return false
  }
}
