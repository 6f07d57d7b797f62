/// What a server holds beside papers and some viewer must not learn.
public enum HouseSecret: String, Hashable, CaseIterable, Sendable {
  /// Names and affiliations of those who serve at this call.
  case committee
  /// Their addresses, how much they have done, and when they were last here.
  case service
  /// Who was asked to serve, and what they answered.
  case invitations
  /// Whether an address has an account, and what stands in it.
  case account
  /// The record of every act, as far as its papers may be known.
  case record
  /// The same of letters on their way.
  case outbox
  /// How far all papers together are, in counts: how many wait, are reviewed, are decided, on which day.
  case figures
  /// Searches that chairs keep and share.
  case searches
  /// Earlier versions of the call, and why it was changed.
  case callVersions = "call versions"
  /// That this server runs another conference, and anything of it.
  case otherConference = "another conference"
  /// Who wrote which publication with whom, by the list a reviewer loaded. Concerned are its authors: they are asked on their
  /// own papers.
  case coauthorships = "co-authorships"
}

/// What a viewer is to what is no paper's: the highest of these that fits.
public enum HouseStanding: String, Hashable, CaseIterable, Sendable {
  /// The person themself, or whoever holds a link that was sent to them.
  case oneself = "the person concerned"
  case chair, reviewer
  case signedIn = "signed in"
  case visitor
}

extension DisclosureRules {
  /// Nil when it is shown to a viewer of this standing, otherwise the reason it is hidden. Without default, as for papers.
  public static func secrecy(of secret: HouseSecret, for standing: HouseStanding) -> Secrecy? {
    switch (secret, standing) {
    // Authors name conflicts from the list, so everyone who may be one has it.
    case (.committee, .oneself), (.committee, .chair), (.committee, .reviewer), (.committee, .signedIn): nil
    case (.committee, .visitor): .officeOnly
    case (.service, .oneself), (.service, .chair), (.invitations, .oneself), (.invitations, .chair): nil
    case (.service, .reviewer), (.service, .signedIn), (.service, .visitor): .officeOnly
    case (.invitations, .reviewer), (.invitations, .signedIn), (.invitations, .visitor): .officeOnly
    case (.account, .oneself): nil
    case (.account, .chair), (.account, .reviewer), (.account, .signedIn), (.account, .visitor): .officeOnly
    case (.record, .chair), (.outbox, .chair), (.figures, .chair), (.searches, .chair), (.callVersions, .chair): nil
    case (.record, .oneself), (.record, .reviewer), (.record, .signedIn), (.record, .visitor): .officeOnly
    case (.outbox, .oneself), (.outbox, .reviewer), (.outbox, .signedIn), (.outbox, .visitor): .officeOnly
    case (.figures, .oneself), (.figures, .reviewer), (.figures, .signedIn), (.figures, .visitor): .officeOnly
    case (.searches, .oneself), (.searches, .reviewer), (.searches, .signedIn), (.searches, .visitor): .officeOnly
    case (.callVersions, .oneself), (.callVersions, .reviewer), (.callVersions, .signedIn), (.callVersions, .visitor):
      .officeOnly
    case (.otherConference, .oneself), (.otherConference, .chair), (.otherConference, .reviewer), (.otherConference, .signedIn),
      (.otherConference, .visitor):
      .officeOnly
    case (.coauthorships, .oneself), (.coauthorships, .chair): nil
    case (.coauthorships, .reviewer), (.coauthorships, .signedIn), (.coauthorships, .visitor): .officeOnly
    }
  }
}
