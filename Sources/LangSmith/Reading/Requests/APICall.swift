import StrictJSON

/// One request to LangSmith, before it is known where LangSmith is.
struct APICall: Sendable, Equatable {
  var method = HTTPRequest.Method.get
  /// Without a slash at its start.
  let path: String
  var query = QueryItems()
  var body: JSONValue?
  /// What is asked for, as errors name it: `the dataset “questions”`.
  let subject: String
}

extension APICall {
  static func post(_ path: String, _ body: JSONValue, subject: String) -> APICall {
    APICall(method: .post, path: path, body: body, subject: subject)
  }
}
