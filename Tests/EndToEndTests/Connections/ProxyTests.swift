import Foundation
import TestSupport
import Testing

@testable import podium

/// Proxy variables are honored, by libcurl itself.
@Suite(.enabled(if: TestCertificates.canBeMade, "openssl is not installed: see .ci/install-packages --tests"))
struct ProxyTests {
  private struct Site {
    let fixture: ConnectionFixture
    let certificates: TestCertificates
    let server: TLSServer

    init() async throws {
      fixture = try await ConnectionFixture()
      certificates = try await TestCertificates()
      server = try TLSServer(
        certificate: try await certificates.make(.good), handler: ConnectionFixture.accept)
      try await server.waitUntilReady()
    }

    func submit(_ environment: [String: String]) async throws -> BuiltProgram.Outcome {
      try await fixture.submit(
        to: server.url, environment.merging(["SSL_CERT_FILE": certificates.authority]) { $1 })
    }
  }

  @Test(
    "each variable leads through the proxy",
    arguments: ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
  func tunnels(variable: String) async throws {
    let site = try await Site()
    let proxy = try LoopbackProxy(target: site.server.port)
    let outcome = try await site.submit([variable: proxy.url])
    #expect(outcome.text == BuiltProgram.Outcome.delivered, "\(outcome.errors)")
    #expect(proxy.requests.first.map { "\($0.method) \($0.path)" } == "CONNECT localhost:\(site.server.port)")
    #expect(proxy.requests.allSatisfy { $0.header("x-api-key") == nil })
  }

  @Test(
    "other variables lead past it",
    arguments: [
      ["http_proxy": "PROXY"], ["https_proxy": "PROXY", "no_proxy": "localhost"],
      ["https_proxy": "PROXY", "NO_PROXY": "example.com,localhost"], ["all_proxy": "PROXY", "no_proxy": "*"],
    ])
  func passes(environment: [String: String]) async throws {
    let site = try await Site()
    let proxy = try LoopbackProxy(target: site.server.port)
    let outcome = try await site.submit(environment.mapValues { $0 == "PROXY" ? proxy.url : $0 })
    #expect(outcome.text == BuiltProgram.Outcome.delivered)
    #expect(proxy.requests.isEmpty)
  }

  @Test(
    "a proxy that refuses holds everything, with the reason",
    arguments: [(407, "the proxy asks for a user and a password (407)"), (403, "the proxy refuses (403)")])
  func refused(status: Int, reason: String) async throws {
    let site = try await Site()
    let proxy = try LoopbackProxy(target: nil, refusal: .status(status))
    let outcome = try await site.submit([
      "https_proxy": "http://me:secret@127.0.0.1:\(proxy.port)"
    ])
    #expect(outcome.status == 4)
    #expect(outcome.text == BuiltProgram.Outcome.waiting)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(!outcome.errors.contains("secret"))
    #expect(site.server.requests.isEmpty)
  }

  @Test func `a proxy that is out of order is tried again later, and nothing counts as sent`() async throws {
    let site = try await Site()
    let proxy = try LoopbackProxy(target: nil, refusal: .status(503))
    let outcome = try await site.submit(["https_proxy": proxy.url])
    #expect(outcome.status == 1)
    #expect(outcome.text == BuiltProgram.Outcome.waiting)
    // Had it counted as sent, it would have to be looked for first.
    #expect(try await site.submit([:]).text == BuiltProgram.Outcome.delivered)
    #expect(
      site.server.requests.map(\.method) == ["GET", "POST", "GET"]
        || site.server.requests.map(\.method) == ["GET", "POST"])
  }

  @Test func `a proxy that is not there is told by its address, without its password`() async throws {
    let site = try await Site()
    let server = try LoopbackServer { _ in .json("{}") }
    server.stop()
    let outcome = try await site.submit(["https_proxy": "http://me:secret@127.0.0.1:\(server.port)"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\(server.port)"))
    #expect(!outcome.errors.contains("secret"))
  }

  @Test func `without TLS no proxy sees the key`() async throws {
    let fixture = try await ConnectionFixture()
    let server = try LoopbackServer(handler: ConnectionFixture.accept)
    let proxy = try LoopbackProxy(target: server.port)
    let variables = ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"]
    let environment = Dictionary(uniqueKeysWithValues: variables.map { ($0, proxy.url) })
    #expect(try await fixture.submit(to: server.url, environment).text == BuiltProgram.Outcome.delivered)
    #expect(proxy.requests.isEmpty)
  }
}
