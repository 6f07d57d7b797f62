/// What makes Lectern ask whether a conflict of interest was forgotten (C19). Nothing is ever declared by itself.
public struct ConflictChecks: Hashable, Sendable {
  /// Domains whose addresses say nothing of where someone works, folded and sorted.
  public let publicMail: [String]
  /// In the order of the call file.
  public let institutions: [Institution]
  /// How many years before the call a publication written together counts.
  public let coauthorYears: Int
  /// Keys of the kinds of conflict that are suggested; nil where the call has none that fits.
  public let institutionKind: String?
  public let coauthorKind: String?
  /// The kind that two people have in common when both name the same third person, such as an advisor.
  public let relationKind: String?

  public init(
    publicMail: [String] = Self.publicProviders, institutions: [Institution] = [], coauthorYears: Int = 3,
    institutionKind: String? = nil, coauthorKind: String? = nil, relationKind: String? = nil
  ) {
    self.publicMail = publicMail.sorted()
    self.institutions = institutions
    self.coauthorYears = coauthorYears
    self.institutionKind = institutionKind
    self.coauthorKind = coauthorKind
    self.relationKind = relationKind
  }

  /// Names and domains that one institution goes by.
  public struct Institution: Hashable, Sendable {
    public let key: String
    public let names: [String]
    public init(key: String, names: [String]) {
      self.key = key
      self.names = names
    }
  }

  /// Where a call says nothing: three years, and kinds by the names most calls give them.
  public static func standard(kinds: [ConflictKind]) -> ConflictChecks {
    func named(_ key: String) -> String? { kinds.contains { $0.key == key } ? key : nil }
    return ConflictChecks(
      institutionKind: named("institution"), coauthorKind: named("coauthor"), relationKind: named("advisor"))
  }

  /// Providers where anyone gets an address.
  public static let publicProviders = [
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "yahoo.co.jp", "ymail.com",
    "icloud.com", "me.com", "mac.com", "aol.com", "proton.me", "protonmail.com", "pm.me", "gmx.de", "gmx.net", "gmx.com",
    "web.de",
    "mail.com", "mail.ru", "yandex.ru", "yandex.com", "qq.com", "foxmail.com", "163.com", "126.com", "sina.com", "sina.cn",
    "naver.com", "daum.net", "hanmail.net", "zoho.com", "fastmail.com", "tutanota.com", "posteo.de", "hey.com", "acm.org",
    "ieee.org", "users.noreply.github.com",
  ]
}

extension CallFileReader {
  func conflictChecks(_ file: CallFileSection, kinds: [ConflictKind]) -> ConflictChecks {
    let standard = ConflictChecks.standard(kinds: kinds)
    guard file.field("conflict-checks") != nil else { return standard }
    let section = file.section(
      "conflict-checks", required: ["coauthor-years"],
      optional: ["same-institution", "coauthors", "same-relation", "public-mail", "institutions"])
    func kind(_ key: String, _ otherwise: String?) -> String? {
      section.field(key) == nil ? otherwise : section.choice(key, of: kinds.map(\.key))
    }
    let mail = section.field("public-mail") == nil ? "" : section.text("public-mail")
    let named = section.field("institutions") == nil ? [] : labels(section, "institutions")
    return ConflictChecks(
      publicMail: ConflictChecks.publicProviders + list(mail).map { $0.lowercased() },
      institutions: named.map { ConflictChecks.Institution(key: $0, names: list($1)) },
      coauthorYears: section.integer("coauthor-years", in: 0...50),
      institutionKind: kind("same-institution", standard.institutionKind),
      coauthorKind: kind("coauthors", standard.coauthorKind), relationKind: kind("same-relation", standard.relationKind))
  }

  private func list(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == "," || $0.isNewline }).map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
