import Accounts
import Basics
import HTML
import Office

/// Why a request gets no page (不予办理): with its status, and in words what happened, why and what to do.
struct Denial: Error, Sendable {
    /// The status of HTTP.
    let status: Int
    /// The stable code.
    let code: String
    /// What happened, why, and what to do.
    let wording: Wording
    /// Where to go on instead of a page that says no.
    var location: Link?
    /// A way on that the page offers.
    var way: (title: Wording, link: Link)?
    /// What is asked instead, so that nothing typed is lost.
    var asks: Ask?

    /// What somebody is asked who sent a form of a session that is over.
    enum Ask: Sendable {
        /// To sign in first: the form, sealed, and whose it is.
        case signIn(holding: String, of: UserAccount)
        /// To send it again in the session of now: the form, sealed, and as it is.
        case resume(String, HeldForm)
    }

    /// A no.
    init(_ status: Int, _ code: String, zh: String, en: String) {
        self.status = status
        self.code = code
        wording = Wording(zh: zh, en: en)
    }

    /// A no of the office: what was typed, what the register refuses, what the world does.
    init(_ failure: OfficeFailure) {
        status =
            switch failure.kind {
            case .input: 422
            case .refusal: 409
            case .failure: 503
            }
        code = failure.code
        wording = failure.wording
    }

    /// There is nothing at that address, or nothing the viewer may see.
    static let notFound = Denial(
        404, "not-found", zh: "没有这一页，或者您无权查看。请核对网址，或从左侧栏目进入。",
        en: "There is no such page, or you may not see it. Check the address, or start from the places on the left.")

    /// It is there today, and was not on the day that is looked at, or as known then.
    static func notThen(_ asOf: AsOf, path: [String]) -> Denial {
        var denial = Denial(
            404, "not-then",
            zh: "\(asOf.effectiveDay) 的台账里没有这一机构或人员\(asOf.known.map { "（按 \($0) 当时所知）" } ?? "")，今日的台账里有。请看今日的，或换一个日期。",
            en:
                "The register of \(asOf.effectiveDay)\(asOf.known.map { ", as known on \($0)," } ?? "") doesn't have it; today's does. Look at today's, or choose another day."
        )
        denial.way = (Wording(zh: "查看今日的", en: "Look at today's"), .path(path))
        return denial
    }

    /// First somebody has to sign in; then they come back to what they wanted.
    static func signIn(back arrival: Arrival, by route: Route) -> Denial {
        var denial = Denial(401, "sign-in", zh: "请先登录。", en: "Please sign in.")
        // A part is put into a page that waits for somebody to go on with it: the page stays as it is.
        guard !arrival.isPart else { return denial }
        // What was sent by a form isn't sent again by going back to it; but the page of the form is where they were.
        let isPage = Route.all.contains { $0.method == .get && $0.pattern == route.pattern }
        let back = isPage && arrival.wanted != "/" ? [(name: "back", value: arrival.wanted)] : []
        denial.location = .path(["sign-in"], query: back)
        return denial
    }

    /// The viewer may not.
    static let forbidden = Denial(
        403, "forbidden", zh: "您的角色无权办理此事。如确需办理，请联系安全保密管理员授权。",
        en: "Your role doesn't allow this. If you need it, ask the security administrator for the role.")

    /// The form came from elsewhere, or is of a session that ended.
    static let wrongToken = Denial(
        403, "wrong-token", zh: "此表单已失效：登录已过期，或页面不是由本系统打开。请返回上一页，刷新后重新提交。",
        en:
            "This form is no longer good: the session ended, or the page wasn't opened here. Go back, load it anew, send again."
    )

    /// Nothing at the address answers what is asked in this way.
    static let wrongWay = Denial(
        405, "wrong-way", zh: "此网址不接收提交的内容，没有办理。请返回上一页重新提交，或从左侧栏目进入。",
        en:
            "This address takes nothing, and nothing was done. Go back and send it again, or start from the places on the left."
    )

    /// More was sent than is taken.
    static func tooLarge(_ limit: Int) -> Denial {
        let most = limit < 1_048_576 ? "\(limit / 1_024) KB" : "\(limit / 1_048_576) MB"
        return Denial(
            413, "too-large", zh: "发送的内容超过上限（\(most)），没有接收。请缩短或拆分后再提交。",
            en: "What was sent is larger than the limit (\(most)) and wasn't taken. Shorten or split it and send again."
        )
    }

    /// What was sent can't be read.
    static let unreadable = Denial(
        400, "unreadable-request", zh: "提交的内容不完整或格式有误，没有办理。请返回上一页重新提交。",
        en: "What was sent is incomplete or malformed, and nothing was done. Go back and send it again.")
}
