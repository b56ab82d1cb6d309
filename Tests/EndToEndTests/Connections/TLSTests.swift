import Foundation
import TestSupport
import Testing

@testable import podium

/// The other side is who it should be, or nothing is sent.
@Suite(.enabled(if: TestCertificates.canBeMade, "openssl is not installed: see .ci/install-packages --tests"))
struct TLSTests {
  @Test(
    "a bundle of one's own is trusted, by each of its variables",
    arguments: ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
  func trusts(variable: String) async throws {
    let certificates = try await TestCertificates()
    let server = try TLSServer(
      certificate: try await certificates.make(.good), handler: ConnectionFixture.accept)
    try await server.waitUntilReady()
    let outcome = try await ConnectionFixture().submit(to: server.url, [variable: certificates.authority])
    #expect(outcome.text == BuiltProgram.Outcome.delivered)
    #expect(server.requests.last?.header("x-api-key") == ConnectionFixture.key)
  }

  private static let impostors: [(TestCertificates.Kind, isTrusted: Bool, reason: String)] = [
    (.good, false, "unable to get local issuer certificate"), (.expired, true, "certificate has expired"),
    (.wrongName, true, "no alternative certificate subject name matches target host name 'localhost'"),
    (.selfSigned, true, "self-signed certificate"),
  ]

  @Test("who is not the one asked for gets nothing, and the reason is told", arguments: impostors)
  func refuses(kind: TestCertificates.Kind, isTrusted: Bool, reason: String) async throws {
    let certificates = try await TestCertificates()
    let server = try TLSServer(
      certificate: try await certificates.make(kind), handler: ConnectionFixture.accept)
    try await server.waitUntilReady()
    let environment = isTrusted ? ["SSL_CERT_FILE": certificates.authority] : [:]
    let fixture = try await ConnectionFixture()
    let outcome = try await fixture.submit(to: server.url, environment)
    #expect(outcome.status == 4)
    #expect(outcome.text == BuiltProgram.Outcome.waiting)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(server.requests.isEmpty)
    let doctor = try await fixture.doctor(server.url, environment)
    #expect(doctor.status == 1)
    #expect(doctor.text.contains(reason))
    #expect(doctor.text.contains("SSL_CERT_FILE"))
  }

  @Test(
    "a server without TLS where TLS is asked for gets nothing",
    arguments: ["HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n"])
  func plain(greeting: String) async throws {
    let server = try GreetingServer(greeting: greeting)
    let fixture = try await ConnectionFixture()
    let outcome = try await fixture.submit(to: "https://127.0.0.1:\(server.port)")
    #expect(outcome.status == 4)
    #expect(outcome.text == BuiltProgram.Outcome.waiting)
    #expect(outcome.errors.contains("wrong version number"))
    #expect(!ConnectionFixture.contains(server.bytes, ConnectionFixture.key))
  }

  @Test func `not a byte of the key goes over the wire in clear`() async throws {
    let certificates = try await TestCertificates()
    let server = try TLSServer(
      certificate: try await certificates.make(.good), handler: ConnectionFixture.accept)
    try await server.waitUntilReady()
    let wire = try LoopbackProxy(target: server.port)
    let fixture = try await ConnectionFixture()
    let environment = ["https_proxy": wire.url]
    // Not trusted at first, then trusted.
    #expect(try await fixture.submit(to: server.url, environment).status == 4)
    let outcome = try await fixture.submit(
      to: server.url, environment.merging(["SSL_CERT_FILE": certificates.authority]) { $1 })
    #expect(outcome.text == BuiltProgram.Outcome.delivered)
    #expect(wire.bytes.count > 500)
    #expect(!ConnectionFixture.contains(wire.bytes, ConnectionFixture.key))
  }

  @Test func `a bundle that is not there is told`() async throws {
    let fixture = try await ConnectionFixture()
    let outcome = try await fixture.submit(
      to: "https://localhost:1", ["SSL_CERT_FILE": "/nowhere/ca.pem"])
    #expect(outcome.text == BuiltProgram.Outcome.waiting)
    let doctor = try await fixture.doctor("https://localhost:1", ["SSL_CERT_FILE": "/nowhere/ca.pem"])
    #expect(doctor.text.contains("problem  certificates  /nowhere/ca.pem cannot be read"))
  }
}
