import Testing

@testable import Preference
