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

/// Where the inspector is and whether it has to be jailed.
struct InspectorOption: ParsableArguments {
  @Option(help: "The program that opens manuscripts. Beside lectern when left out.") var inspector: String?

  @Flag(help: "Open manuscripts with limits only where no jail (bubblewrap) can be made. Not for production.")
  var allowUnjailed = false

  func make() -> JailedInspector {
    JailedInspector(
      program: inspector ?? ProgramPath.beside("lectern-inspect"), jail: allowUnjailed ? .allowUnjailed : .require)
  }
}
