public import Pages
public import PeerReview
internal import Store

/// The first call of a server, opened in a browser by whoever started it.
extension Conference {
  /// True until a call is open here.
  public func awaitsFirstCall() async throws -> Bool {
    try await look { try $0.session.calls().isEmpty }
  }

  /// The page that opens the first call. Where nothing was typed yet it holds a call file to begin with; `starter` makes that anew.
  /// Refuses `notFound` as soon as a call is open.
  public func setUpPage(key: String, _ form: SetUpPage.Form? = nil, starter: StarterCall? = nil) async throws -> SetUpPage {
    guard try await awaitsFirstCall() else { throw Refusal.notFound }
    let asked = starter ?? .usual(at: now)
    if let form {
      return SetUpPage(key: key, form: form, starter: asked, mistakes: Self.mistakes(in: form.text), isChecked: true)
    }
    switch asked.written(at: now) {
    case .success(let text): return SetUpPage(key: key, form: .init(text: text, name: "", email: ""), starter: asked)
    case .failure(let refusal):
      guard case .invalid(let problems) = refusal else { throw refusal }
      let usual = try StarterCall.usual(at: now).written(at: now).get()
      return SetUpPage(key: key, form: .init(text: usual, name: "", email: ""), starter: asked, problems: problems)
    }
  }

  /// Opens the call of `form` and invites its first chair; both are on record, and the chair's invitation goes out by letter too.
  /// Returns the call in force and the invitation's path, which is to be shown to nobody but who holds the key.
  ///
  /// Refuses `invalid` with every mistake of the file and each field that is wrong, and `notFound` as soon as a call is open.
  public func setUp(_ form: SetUpPage.Form) async throws -> (call: Call, invitation: String) {
    let read = CallFile.parse(form.text, file: "call file")
    return try await act { act in
      guard try act.session.calls().isEmpty else { throw Refusal.notFound }
      var problems: [FieldProblem] = []
      let name = trimmed(form.name)
      if name.isEmpty || name.count > 200 {
        problems.append(FieldProblem("name", "Give the name of the first program chair, in at most 200 characters."))
      }
      let email = EmailAddress(trimmed(form.email))
      if email == nil { problems.append(FieldProblem("email", "Give the chair's e-mail address, such as ada@example.org.")) }
      if case .failure(let found) = read {
        let mistakes = found.problems.count == 1 ? "a mistake" : "mistakes"
        problems.append(FieldProblem("text", "The call file has \(mistakes), listed above it."))
      }
      guard problems.isEmpty, let email, case .success(let call) = read else { throw Refusal.invalid(problems) }
      _ = try act.storeCall(
        call.id, text: form.text, shift: Span(microseconds: 0), reason: "", by: nil, through: "set-up page")
      let path = try act.invite(
        email: email, name: name, as: Appointment(.chair), message: "", call: call, invitedBy: "Whoever set up the server")
      try act.record("invite", bySystem: "set-up page", at: call.id, about: Role.chair.subject(at: call.id), Role.chair.rawValue)
      return (call, path)
    }
  }

  private static func mistakes(in text: String) -> [CallFileMistake] {
    guard case .failure(let found) = CallFile.parse(text, file: "call file") else { return [] }
    return found.problems.map(CallFileMistake.init)
  }
}
