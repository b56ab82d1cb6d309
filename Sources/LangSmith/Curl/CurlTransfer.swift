import CCurl
import Foundation

/// A handle of libcurl that carries one request after the other, with what has come back of the answer. What is the
/// same for all requests is set once. Belongs to the loop's thread.
final class CurlTransfer {
  let easy: UnsafeMutableRawPointer
  private let bodyLimit: Int
  private let headerLimit: Int
  private var job: CurlEngine.Job?
  private var head = HTTPHead()
  private var body: [UInt8] = []
  private var isBodyCut = false
  /// How often the request was sent, or was about to be.
  private var startCount = 0
  private var specialHeaders: UnsafeMutablePointer<curl_slist>?
  private let reason = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

  /// - Returns: `nil` if libcurl has no memory left.
  init?(_ configuration: CurlConfiguration) {
    guard let easy = ccurl_easy_init() else { return nil }
    self.easy = easy
    bodyLimit = configuration.responseLimit
    headerLimit = configuration.headerLimit
    reason.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    setLimits(configuration)
    setReceivers()
  }

  deinit {
    ccurl_easy_cleanup(easy)
    reason.deallocate()
    if specialHeaders != nil { ccurl_list_free(specialHeaders) }
  }

  func begin(_ job: CurlEngine.Job, _ headers: CurlHeaders) {
    self.job = job
    specialHeaders = headers.special(for: job.request)
    ccurl_set_long(easy, CURLOPT_TIMEOUT_MS, max(job.timeLeft.milliseconds, 1))
    setRequest(job.request, headers)
  }

  /// The handle is free for another request.
  func end(_ code: CURLcode) {
    let (job, result) = (job, result(code))
    clear()
    job?.completion(result)
  }

  /// Nobody waits for the answer any more.
  func abandon() {
    let (job, isSent) = (job, isSent)
    clear()
    job?.completion(.failure(.abandoned(isSent: isSent)))
  }

  private func clear() {
    job = nil
    head = HTTPHead()
    body = []
    isBodyCut = false
    startCount = 0
    reason[0] = 0
    // Frees the copy of the body.
    ccurl_set_pointer(easy, CURLOPT_POSTFIELDS, nil)
    if specialHeaders != nil { ccurl_list_free(specialHeaders) }
    specialHeaders = nil
  }

  private func result(_ code: CURLcode) -> Result<HTTPResponse, HTTPFailure> {
    // A body longer than is read is no failure of the server's: what was read decides.
    if code == CURLE_OK || isBodyCut && code == CURLE_WRITE_ERROR {
      let status = ccurl_get_long(easy, CURLINFO_RESPONSE_CODE)
      return .success(HTTPResponse(status: status, head: head, body: body, isCut: isBodyCut))
    }
    let words = startCount > 1 ? "the connection was closed before an answer came" : String(cString: reason)
    let reason = words.isEmpty ? String(cString: ccurl_reason(code)) : words
    if startCount <= 1,
      let failure = HTTPFailure(proxyStatus: ccurl_get_long(easy, CURLINFO_HTTP_CONNECTCODE))
    {
      return .failure(failure)
    }
    return .failure(HTTPFailure(kind: .init(code, isSent: isSent, reason: reason), reason: reason))
  }

  /// Counted as sent when in doubt.
  private var isSent: Bool {
    startCount > 1 || ccurl_get_size(easy, CURLINFO_PRETRANSFER_TIME_T) > 0
      || ccurl_get_long(easy, CURLINFO_REQUEST_SIZE) > 0
  }
}

extension HTTPFailure {
  static func abandoned(isSent: Bool) -> HTTPFailure {
    HTTPFailure(kind: isSent ? .interrupted : .unreachable, reason: "the program was asked to end")
  }

  /// What the proxy answered when it was asked for a tunnel; `nil` if it gave one, or was not asked. Nothing has gone
  /// through it.
  fileprivate init?(proxyStatus status: Int) {
    switch status {
    case 0, 200..<300: return nil
    case 407:
      self.init(
        kind: .untrusted,
        reason: "the proxy asks for a user and a password (407): put them into the proxy's address")
    case 400..<500: self.init(kind: .untrusted, reason: "the proxy refuses (\(status))")
    default: self.init(kind: .unreachable, reason: "the proxy is out of order (\(status))")
    }
  }
}

extension HTTPFailure.Kind {
  fileprivate init(_ code: CURLcode, isSent: Bool, reason: String) {
    switch code {
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CRL_BADFILE, CURLE_SSL_INVALIDCERTSTATUS, CURLE_URL_MALFORMAT:
      self = .untrusted
    case CURLE_SSL_CONNECT_ERROR where reason.contains("SSL routines") && !reason.contains("unexpected eof"):
      // The other side does not speak TLS, or none that is safe. A connection that broke says so in other words.
      self = .untrusted
    case CURLE_UNSUPPORTED_PROTOCOL where !isSent:
      self = .untrusted
    default:
      self = isSent ? .interrupted : .unreachable
    }
  }
}

// MARK: Options

extension CurlTransfer {
  private func setRequest(_ request: HTTPRequest, _ headers: CurlHeaders) {
    ccurl_set_text(easy, CURLOPT_URL, request.url)
    if let body = request.body {
      ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, Int64(body.count))
      body.withUnsafeBytes { _ = ccurl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
    } else {
      ccurl_set_long(easy, CURLOPT_HTTPGET, 1)
    }
    let isUsual = request.method == (request.body == nil ? .get : .post)
    ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, isUsual ? nil : request.method.rawValue)
    let usual = request.body == nil ? headers.plain : headers.withBody
    ccurl_set_pointer(easy, CURLOPT_HTTPHEADER, specialHeaders ?? usual)
  }

  private func setLimits(_ configuration: CurlConfiguration) {
    ccurl_set_text(easy, CURLOPT_PROTOCOLS_STR, configuration.allowsPlainHTTP ? "http,https" : "https")
    ccurl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
    ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, configuration.connectDeadline.milliseconds)
    ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
    ccurl_set_long(easy, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    ccurl_set_long(easy, CURLOPT_SSL_VERIFYPEER, 1)
    ccurl_set_long(easy, CURLOPT_SSL_VERIFYHOST, 2)
    // Rather wait for a connection that takes many requests than open one for each. Without TLS none does, and that
    // would be known only when the first answer is there.
    ccurl_set_long(easy, CURLOPT_PIPEWAIT, configuration.allowsPlainHTTP ? 0 : 1)
    ccurl_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    if !configuration.usesProxy { ccurl_set_text(easy, CURLOPT_PROXY, "") }
    if let bundle = configuration.certificateBundle { ccurl_set_text(easy, CURLOPT_CAINFO, bundle) }
  }

  private func setReceivers() {
    // The loop keeps this object until the transfer has ended.
    let context = Unmanaged.passUnretained(self).toOpaque()
    ccurl_set_pointer(easy, CURLOPT_WRITEDATA, context)
    ccurl_set_receiver(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      CurlTransfer.receive(bytes, size * count, context) { $0.takeBody($1) }
    }
    ccurl_set_pointer(easy, CURLOPT_HEADERDATA, context)
    ccurl_set_receiver(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      CurlTransfer.receive(bytes, size * count, context) { $0.takeHeader($1) }
    }
    ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, reason)
    ccurl_set_pointer(easy, CURLOPT_PREREQDATA, context)
    ccurl_set_gate(easy) { context, _, _, _, _ in CurlTransfer.pass(context) }
  }

  /// - Returns: The number of bytes taken; any other than all of them ends the transfer.
  private static func receive(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    _ take: (CurlTransfer, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    guard let context else { return 0 }
    let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
    return take(transfer, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
  }

  /// When a kept connection ends without an answer, libcurl sends the request again by itself. Nobody would know that
  /// there is a first one, which may arrive after everything that comes later.
  private static func pass(_ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let context else { return CURL_PREREQFUNC_ABORT }
    let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
    guard transfer.job?.request.method != .get else { return CURL_PREREQFUNC_OK }
    transfer.startCount += 1
    return transfer.startCount == 1 ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
  }

  private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard body.count + bytes.count <= bodyLimit else {
      isBodyCut = true
      return false
    }
    body.append(contentsOf: bytes)
    return true
  }

  private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard head.size + bytes.count <= headerLimit else { return false }
    head.append(bytes)
    return true
  }
}

extension Duration {
  fileprivate var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
