import Foundation

/// What the query of an SMTP URL sets, with a sentence for each mistake in it.
struct SMTPOptions {
  var encryption: SMTPServer.Encryption?
  var authorityFile: String?
  var helloName: String?
  var limitConnectSeconds = 15
  var limitSendSeconds = 120
  var problems: [String] = []

  init(_ items: [URLQueryItem]) {
    for item in items { read(item.name, item.value ?? "") }
  }

  private mutating func read(_ name: String, _ value: String) {
    switch name {
    case "tls":
      encryption = SMTPServer.Encryption(rawValue: value)
      if encryption == nil { problems.append("tls is `opportunistic` or `required`.") }
    case "ca":
      authorityFile = value
      if !FileManager.default.isReadableFile(atPath: value) {
        problems.append("ca names a file that can't be read: give the path of a PEM file with the authorities to trust.")
      }
    case "hello":
      helloName = value
      if value.isEmpty || !value.utf8.allSatisfy({ SMTPServer.hostCharacters.contains($0) }) {
        problems.append("hello is the name this host greets with, such as conference.example.org.")
      }
    case "connect-seconds": limitConnectSeconds = seconds(name, value)
    case "send-seconds": limitSendSeconds = seconds(name, value)
    default:
      problems.append("An option is unknown. The options are tls, ca, hello, connect-seconds and send-seconds.")
    }
  }

  private mutating func seconds(_ name: String, _ value: String) -> Int {
    if let seconds = Int(value), (1...3_600).contains(seconds) { return seconds }
    problems.append("\(name) is a whole number from 1 to 3600.")
    return 1
  }
}
