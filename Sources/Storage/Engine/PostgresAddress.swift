import CPostgreSQL

/// The address of a server, as libpq reads it: one host or several, and settings that go before those of this system.
struct PostgresAddress: Sendable {
    /// As it was given.
    let text: String
    private let options: [String: String]

    init(_ text: String) {
        self.text = text
        var found: [String: String] = [:]
        if let options = PQconninfoParse(text, nil) {
            defer { PQconninfoFree(options) }
            var option = options
            while let keyword = option.pointee.keyword {
                if let value = option.pointee.val { found[String(cString: keyword)] = String(cString: value) }
                option += 1
            }
        }
        options = found
    }

    /// Whether it says a password, where anybody who lists the processes of the machine can read it.
    var bearsPassword: Bool { options["password"] != nil }

    /// Whether it names several servers, of which one is the primary.
    var namesSeveral: Bool { (options["host"] ?? options["hostaddr"])?.contains(",") == true }

    /// How many seconds a network may swallow what is sent before the connection counts as lost; nil for no limit, which an
    /// address asks for with `tcp_user_timeout=0`.
    var deadAfter: Double? {
        let milliseconds = (options["tcp_user_timeout"] ?? PostgresAddress.defaults["tcp_user_timeout"]).flatMap(
            Double.init)
        return milliseconds.flatMap { $0 > 0 ? $0 / 1000 : nil }
    }

    /// Names and values for libpq, in its order: what comes before the address, the address goes before.
    var parameters: [(name: String, value: String)] {
        var settings = PostgresAddress.defaults
        // Of several only the primary will do. Of one the server itself says later that it takes no writing, which is
        // clearer than that it can't be reached.
        if namesSeveral { settings["target_session_attrs"] = "read-write" }
        return settings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [("dbname", text)]
    }

    /// A dead network is noticed within about ten seconds, whether something was being sent or awaited.
    private static let defaults = [
        "connect_timeout": "5", "keepalives_idle": "5", "keepalives_interval": "2", "keepalives_count": "3",
        "tcp_user_timeout": "10000", "fallback_application_name": "sanding",
    ]
}
