import Accounts
import Basics
import HTML
import Office
import Registry

/// One request with all that an answer to it needs (访问): a value, so that a page is a function of it.
struct Visit: Sendable {
    /// What the server has open.
    let workbench: Workbench
    /// Whoever is signed in; nil on the pages before that.
    var viewer: Viewer?
    /// What their session is known by; empty on the pages before that.
    var token: String
    /// What whoever is halfway in is known by; empty for everybody else.
    var halfway: String
    /// The language they read.
    var language: Language
    /// Of which day, and as known when.
    var asOf: AsOf
    /// The path, decoded parts between slashes.
    var path: [String]
    /// What stands in the path where the route has a name in braces.
    var parameters: [String: String]
    /// The fields of the address.
    var query: Fields
    /// The fields of the form that was sent.
    var form: Fields
    /// The files that were sent with it.
    let files: [UploadedFile]
    /// Now.
    let now: Instant
    /// Where the request came from.
    let address: String
    /// Whether only a part of the page is wanted (htmx).
    let isPart: Bool
    /// How whoever asks calls this house, with the port; nil where they don't say.
    var host: String?
    /// Whether tables are dense.
    var isCompact = false

    /// The register of the day that is looked at.
    var register: Register { asOf.register }

    /// Today, on the offices' clocks.
    var today: Day { asOf.today }

    /// A place in this house as somebody else can type it.
    func whole(_ path: String) -> String {
        host.map { (workbench.isSecure ? "https://" : "http://") + $0 + path } ?? path
    }

    /// In the reader's language.
    func say(_ wording: Wording) -> String { wording.said(in: language) }

    /// In the reader's language.
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// Whether the viewer may do something, somewhere at least.
    func may(_ right: Right) -> Bool { viewer?.may(right) ?? false }

    /// Where the viewer may do something.
    func reach(of right: Right) -> Reach { viewer?.account.reach(of: right) ?? .nowhere }

    /// A place in this house, looked at as of the same day.
    func link(
        _ segments: String..., query: [(name: String, value: String)] = [], fragment: String? = nil
    ) -> Link { asOf.link(segments, query: query, fragment: fragment) }

    /// The body that the path names, if the viewer may read it: else there is none for them.
    func body(_ name: String = "id") throws(Denial) -> Institution {
        guard let id = parameters[name].flatMap({ Institution.ID($0) }) else { throw .notFound }
        let reach = reach(of: .readRegister)
        guard let body = register.institutions[id], reach.holds(id, in: register) else {
            throw isToday { $0.institutions[id] != nil && reach.holds(id, in: $0) }
                ? .notThen(asOf, path: path) : .notFound
        }
        return body
    }

    /// Whether something is in the register of today, where another is looked at.
    func isToday(_ holds: (Register) -> Bool) -> Bool {
        !asOf.isPresent && holds(AsOf(desk: workbench.desk, today: today).register)
    }
}
