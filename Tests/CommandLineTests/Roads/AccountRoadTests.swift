import Foundation
import Testing

/// Accounts as whoever keeps the machine sees them.
@Suite struct AccountRoadTests {
    @Test func whereThereIsNoAccountThereIsNoLink() throws {
        let workplace = try Workplace(.small)
        #expect(try workplace.succeed("account", "list").output.contains("共0个账号"))
        try expectRefused(
            ["account", "link", "nobody"], in: workplace, status: 1, code: "no-such-account", zh: ["登录名"], en: ["login"]
        )
        #expect(try workplace.succeed("verify").errors.isEmpty)
    }
}
