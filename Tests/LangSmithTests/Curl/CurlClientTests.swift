import FeedbackSubmission
import Foundation
import TestSupport
import Testing

@testable import LangSmith

@Suite struct CurlClientTests {
  @Test func `A request arrives as it was given, and the answer comes back`() async throws {
    let server = try LoopbackServer { _ in
      .answer(status: 201, headers: ["Retry-After": "7"], body: Array("{}".utf8))
    }
    var configuration = configuration
    configuration.bodyHeaders = ["x-api-key: k", "Content-Type: application/json"]
    let client = try CurlClient(configuration)
    let body = Array(String(repeating: "é", count: 600_000).utf8)
    let response = try await client.perform(
      HTTPRequest(method: .patch, url: server.url + "/a/b?c=d", body: body)
    ).get()
    #expect(response.status == 201)
    #expect(response.body == Array("{}".utf8))
    #expect(response.headers["retry-after"] == "7")
    let request = try #require(server.requests.first)
    #expect(request.method == "PATCH")
    #expect(request.path == "/a/b?c=d")
    #expect(request.body == body)
    #expect(request.header("x-api-key") == "k")
    #expect(request.header("expect") == nil)
  }

  @Test("Every method goes out as itself", arguments: [HTTPRequest.Method.get, .post, .patch, .delete])
  func methods(method: HTTPRequest.Method) async throws {
    let server = try LoopbackServer { _ in .status(204) }
    let body: [UInt8]? = method == .post || method == .patch ? [] : nil
    _ = try await CurlClient(configuration).perform(HTTPRequest(method: method, url: server.url, body: body))
      .get()
    #expect(server.requests.map(\.method) == [method.rawValue])
  }

  @Test func `What is abandoned ends at once, as sent if it was, and nothing goes out any more`() async throws
  {
    let server = try LoopbackServer { _ in .hang(seconds: 60) }
    let client = try CurlClient(configuration)
    let request = HTTPRequest(method: .post, url: server.url, body: [])
    // On a thread that other tests do not keep busy.
    let (first, later, duration) = try await withTaskExecutorPreference(client.executor) {
      async let first = client.perform(request)
      _ = try await poll("the request") { server.requests.isEmpty ? nil : true }
      let start = ContinuousClock.now
      client.abandon()
      return (await first, await client.perform(request), start.duration(to: .now))
    }
    guard case .failure(let failure) = first else { return #expect(Bool(false)) }
    #expect(failure.kind == .interrupted)
    guard case .failure(let refusal) = later else { return #expect(Bool(false)) }
    #expect(refusal.kind == .unreachable)
    #expect(duration < .seconds(5))
    #expect(server.requests.count == 1)
  }

  @Test func `One connection serves many requests`() async throws {
    let server = try LoopbackServer { _ in .json("{}") }
    let client = try CurlClient(configuration)
    for _ in 1...20 { _ = try await client.perform(HTTPRequest(method: .get, url: server.url)).get() }
    #expect(server.connectionCount == 1)
  }

  @Test func `Connections for several requests at a time are kept when there is little to do`() async throws {
    let server = try LoopbackServer { _ in .json("{}") }
    let client = try CurlClient(configuration)
    let url = server.url
    for _ in 1...5 {
      let statuses = await withTaskGroup(of: Int?.self) { tasks in
        for _ in 1...10 {
          tasks.addTask { try? await client.perform(HTTPRequest(method: .get, url: url)).get().status }
        }
        return await tasks.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses == Array(repeating: 200, count: 10))
      _ = try await client.perform(HTTPRequest(method: .get, url: url)).get()
    }
    #expect(server.connectionCount <= 10)
  }

  @Test("No redirect is followed", arguments: [301, 302, 303, 307, 308])
  func redirect(status: Int) async throws {
    let other = try LoopbackServer { _ in .json("{}") }
    let url = other.url
    let server = try LoopbackServer { _ in .status(status, ["Location": url + "/login?token=t"]) }
    let result = try await CurlClient(configuration).perform(
      HTTPRequest(method: .post, url: server.url, body: Array("{}".utf8)))
    #expect(try result.get().status == status)
    #expect(other.requests.isEmpty)
    let outcome = FeedbackOutcome(result)
    guard case .answered(let answer) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(answer.redirectOrigin == url)
  }

  private static let interruptions: [(String, LoopbackReply)] = [
    ("a reset", .reset), ("an answer cut short", .cut(status: 200, body: Array("{\"id\": 1}".utf8))),
    ("no HTTP", .raw(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8))), ("silence", .hang(seconds: 30)),
    ("a byte at a time", .drip(status: 200, body: Array(repeating: 0x20, count: 500), secondsPerByte: 0.05)),
    (
      "endless headers",
      .raw(Array(("HTTP/1.1 200 OK\r\n" + String(repeating: "X: y\r\n", count: 20_000)).utf8))
    ),
  ]

  @Test(
    "After a request was sent, what is no answer leaves open whether it was carried out",
    arguments: interruptions)
  func interrupted(name: String, reply: LoopbackReply) async throws {
    let server = try LoopbackServer { _ in reply }
    var configuration = configuration
    configuration.deadline = .milliseconds(500)
    let result = try await CurlClient(configuration).perform(
      HTTPRequest(method: .post, url: server.url, body: Array("{}".utf8)))
    guard case .failure(let failure) = result else {
      Issue.record("there is an answer")
      return
    }
    #expect(failure.kind == .interrupted)
  }

  @Test func `A request on a kept connection that ends is not sent a second time unasked`() async throws {
    let server = try LoopbackServer { $0.method == "GET" ? .json("{}") : .reset }
    let client = try CurlClient(configuration)
    for method in [HTTPRequest.Method.post, .patch, .delete] {
      _ = await client.perform(HTTPRequest(method: .get, url: server.url))
      let result = await client.perform(HTTPRequest(method: method, url: server.url, body: Array("{}".utf8)))
      #expect(server.requests.filter { $0.method == method.rawValue }.count == 1)
      guard case .failure(let failure) = result else {
        Issue.record("there is an answer")
        return
      }
      #expect(failure.kind == .interrupted)
    }
  }

  @Test func `What comes too late to be sent is not sent`() async throws {
    let server = try LoopbackServer { _ in .json("{}") }
    var configuration = configuration
    configuration.deadline = .zero
    let result = try await CurlClient(configuration).perform(HTTPRequest(method: .get, url: server.url))
    #expect(result == .failure(HTTPFailure(kind: .unreachable, reason: "no time was left to send it")))
    #expect(server.requests.isEmpty)
  }

  @Test func `No more of a body is read than allowed, and its status counts`() async throws {
    let server = try LoopbackServer { _ in .answer(status: 200, body: Array(repeating: 0x20, count: 4 << 20))
    }
    var configuration = configuration
    configuration.responseLimit = 1 << 20
    let response = try await CurlClient(configuration).perform(HTTPRequest(method: .get, url: server.url))
      .get()
    #expect(response.status == 200)
    #expect(response.body.count <= 1 << 20)
  }

  @Test func `Where nobody listens, nothing was sent`() async throws {
    let server = try LoopbackServer { _ in .json("{}") }
    let url = server.url
    server.stop()
    await #expect(kind(of: url) == .unreachable)
  }

  @Test func `What does not speak TLS gets no key`() async throws {
    let server = try LoopbackServer { _ in .json("{}") }
    await #expect(kind(of: server.url.replacing("http:", with: "https:")) == .unreachable)
    #expect(server.requests.isEmpty)
  }

  @Test func `Plain HTTP and other protocols are refused unless allowed`() async throws {
    let server = try LoopbackServer { _ in .json("{}") }
    let client = try CurlClient(CurlConfiguration())
    for url in [server.url, "file:///etc/hostname", "ftp://127.0.0.1/"] {
      let result = await client.perform(HTTPRequest(method: .get, url: url))
      guard case .failure(let failure) = result else {
        Issue.record("\(url) was taken")
        continue
      }
      #expect(failure.kind == .untrusted)
    }
    #expect(server.requests.isEmpty)
  }

  private var configuration: CurlConfiguration {
    var configuration = CurlConfiguration()
    configuration.allowsPlainHTTP = true
    configuration.usesProxy = false
    configuration.connectDeadline = .milliseconds(500)
    return configuration
  }

  private func kind(of url: String) async -> HTTPFailure.Kind? {
    guard let client = try? CurlClient(configuration) else { return nil }
    let result = await client.perform(HTTPRequest(method: .post, url: url, body: Array("{}".utf8)))
    guard case .failure(let failure) = result else { return nil }
    return failure.kind
  }

  @Test func `A key that the server repeats does not come back`() async throws {
    let server = try LoopbackServer { _ in
      .answer(
        status: 422, headers: ["Location": "http://lsv2_pt_12345.example"],
        body: Array(#"{"detail": "bad key lsv2_pt_12345"}"#.utf8))
    }
    var configuration = configuration
    configuration.secrets = [Array("lsv2_pt_12345".utf8)]
    let response = try await CurlClient(configuration).perform(
      HTTPRequest(method: .get, url: server.url)
    ).get()
    #expect(response.body == Array(#"{"detail": "bad key ***"}"#.utf8))
    #expect(response.headers["location"] == "http://***.example")
  }

  @Test func `Requests to a silent server are under way at once, and not one after the other`() async throws {
    let server = try LoopbackServer { _ in .hang(seconds: 3) }
    var configuration = configuration
    configuration.deadline = .seconds(2)
    let client = try CurlClient(configuration)
    let url = server.url
    // One after the other, the second would find its time used up by waiting for the first.
    await withTaskGroup(of: Void.self) { tasks in
      for _ in 1...16 {
        tasks.addTask { _ = await client.perform(HTTPRequest(method: .get, url: url)) }
      }
    }
    #expect(server.requests.count == 16)
  }
}
