import PeerReview
import Testing

@testable import Conference

@Suite("Which passwords are accepted")
struct PasswordRulesTests {
  private let ada = EmailAddress("Ada.Lovelace@example.org")

  @Test(
    "Passwords nobody tries first are accepted, in any script",
    arguments: ["correct horse battery", "tr0ub4dor&3x", "论文评审系统密码安全测试", "ada.lovelace@example.org!", "          spaces"])
  func accepted(password: String) throws {
    try PasswordRules.check(password, emailAddress: ada)
  }

  @Test(
    "Short, long, repeating, common and personal passwords are refused, each with its reason",
    arguments: [
      ("", "too short"), ("ninechars", "too short"), ("🎓🎓🎓🎓", "too short"),
      (
        String(repeating: "long word ", count: 101),
        "too long"
      ),
      ("aaaaaaaaaaaa", "same few"), ("abababababab", "same few"), ("1234567890", "first anyone"), ("9876543210", "first anyone"),
      ("Password123", "first anyone"), ("passwordpassword", "first anyone"), ("Qwertyuiop", "first anyone"),
      (
        "poiuytrewq",
        "first anyone"
      ),
      ("!!Welcome2025!!", "first anyone"), ("abcdefghij", "first anyone"), ("Conference2026", "first anyone"),
      ("P@ssw0rd123", "first anyone"),
      ("491701234567", "first anyone"), ("ADA.LOVELACE@example.org", "e-mail"), ("ada.lovelace", "e-mail"),
    ])
  func refused(password: String, reason: String) throws {
    let refusal = try #require(throws: Refusal.self) { try PasswordRules.check(password, emailAddress: ada) }
    guard case .invalid(let problems) = refusal else { return #expect(Bool(false), "\(refusal)") }
    #expect(problems.count == 1)
    #expect(problems.first?.field == "password")
    #expect(problems.first?.message.contains(reason) == true)
    if !password.isEmpty { #expect(problems.first?.message.contains(password) == false) }
  }
}
