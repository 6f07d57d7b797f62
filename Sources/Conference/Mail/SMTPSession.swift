import CCurl

/// One libcurl handle and the connection it keeps. Blocks while it sends; used by one thread at a time.
final class SMTPSession {
  private let server: SMTPServer
  private let curl: UnsafeMutableRawPointer

  /// Nil when memory is short.
  init?(_ server: SMTPServer) {
    guard let curl = curl_easy_init() else { return nil }
    self.curl = curl
    self.server = server
  }

  deinit {
    curl_easy_cleanup(curl)
  }

  func send(_ letter: [UInt8], from sender: String, to recipient: String) throws(MailFailure) {
    guard let recipients = curl_slist_append(nil, "<\(recipient)>") else {
      throw .temporary(reason: "No memory for a letter.")
    }
    defer { curl_slist_free_all(recipients) }
    let transfer = SMTPTransfer(letter)
    let result = withExtendedLifetime(transfer) {
      configure(transfer)
      lectern_curl_set_text(curl, CURLOPT_MAIL_FROM, "<\(sender)>")
      lectern_curl_set_recipients(curl, recipients)
      let result = curl_easy_perform(curl)
      // Keeps the connection and forgets the pointers into this call.
      curl_easy_reset(curl)
      return result
    }
    guard result != CURLE_OK else { return }
    if let rejection = transfer.dialogue.rejection { throw rejection.failure }
    throw .temporary(reason: explanation(of: result))
  }

  private func configure(_ transfer: SMTPTransfer) {
    let greeting = server.helloName.map { "/\($0)" } ?? ""
    lectern_curl_set_text(curl, CURLOPT_URL, server.description + greeting)
    lectern_curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    // An HTTP proxy from the environment is not meant for mail.
    lectern_curl_set_text(curl, CURLOPT_PROXY, "")
    lectern_curl_set_long(curl, CURLOPT_NOSIGNAL, 1)
    lectern_curl_set_long(curl, CURLOPT_CONNECTTIMEOUT, server.limitConnectSeconds)
    lectern_curl_set_long(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, server.limitSendSeconds)
    lectern_curl_set_long(curl, CURLOPT_TIMEOUT, server.limitSendSeconds)
    let encryption = server.encryption == .required ? CURLUSESSL_ALL : CURLUSESSL_TRY
    lectern_curl_set_long(curl, CURLOPT_USE_SSL, Int(encryption.rawValue))
    if let file = server.authorityFile { lectern_curl_set_text(curl, CURLOPT_CAINFO, file) }
    if let user = server.user {
      lectern_curl_set_text(curl, CURLOPT_USERNAME, user)
      lectern_curl_set_text(curl, CURLOPT_PASSWORD, server.password ?? "")
    }
    transfer.attach(to: curl)
  }

  private func explanation(of result: CURLcode) -> String {
    if result == CURLE_ABORTED_BY_CALLBACK { return "Sending was broken off because the server is shutting down." }
    let hint =
      switch result {
      case CURLE_PEER_FAILED_VERIFICATION:
        " Its certificate is not trusted: name the authority's PEM file with ?ca= in the SMTP URL."
      case CURLE_USE_SSL_FAILED: " It offers no STARTTLS, and the SMTP URL requires TLS."
      case CURLE_LOGIN_DENIED: " Check the user and password of the SMTP URL."
      default: ""
      }
    return "The mail server at \(server) could not be used: \(String(cString: curl_easy_strerror(result))).\(hint)"
  }
}
