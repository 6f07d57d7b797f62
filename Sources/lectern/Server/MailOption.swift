import ArgumentParser
import Conference

/// How letters leave: by SMTP, or as files under the data folder.
struct MailOption: ParsableArguments {
  @Option(
    help: """
      The mail server, such as smtp://user:password@mail.example.org:587. Without it letters are written as .eml files \
      under the data folder.
      """)
  var smtp: String?

  func transport(data: String) throws -> any MailTransport {
    if let smtp { return try SMTPTransport(url: smtp) }
    return FolderTransport(directory: "\(data)/mail")
  }
}
