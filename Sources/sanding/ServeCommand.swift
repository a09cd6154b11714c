import Accounts
import ArgumentParser
import Basics
import Foundation
import Office
import Papers
import Storage
import Web

/// `sanding serve`: the workbench in the browser.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "启动网页工作台 · serve the workbench to browsers")

    @OptionGroup var desk: DeskOptions

    @Option(help: "监听地址，0.0.0.0 为全部网卡 · the address to listen at")
    var address = "127.0.0.1"

    @Option(help: "端口，0 为任意空闲端口 · the port, 0 for any that is free")
    var port = 8080

    @Option(help: "TLS 证书链文件（PEM） · the certificate chain")
    var certificate: String?

    @Option(help: "TLS 私钥文件（PEM） · its private key")
    var certificateKey: String?

    @Option(help: "网页资源文件夹，默认 .local/assets · the folder of page assets")
    var assets = ".local/assets"

    @Option(help: "页面上显示的区名 · the district's name as pages show it")
    var name: String?

    @Option(help: "数据文件夹，台账 office.sqlite 和密钥在其中 · a folder for the register and its key")
    var data: String?

    func run() async throws {
        let (workbench, certificate) = try desk.sayingFailures { (try open(), try readCertificate()) }
        let (say, place) = (desk, self)
        let failure: OfficeFailure?
        do {
            try await workbench.serve(at: Listening(host: address, port: port, certificate: certificate)) { port in
                print(
                    say.say(
                        "工作台已启动：\(place.origin(port))　按 Ctrl-C 停止。",
                        "The workbench is at \(place.origin(port)) . Stop it with Ctrl-C."))
                fflush(nil)
            }
            failure = nil
        } catch let error as OfficeFailure {
            failure = error
        }
        if let failure { try desk.sayingFailures { throw failure } }
    }

    /// Where browsers find it. Who listens at every address is named as the machine is.
    private func origin(_ port: Int) -> String {
        let host = ["0.0.0.0", "::"].contains(address) ? ProcessInfo.processInfo.hostName : address
        return "\(certificate == nil ? "http" : "https")://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    private func readCertificate() throws(OfficeFailure) -> Certificate? {
        guard let certificate, let certificateKey else { return nil }
        let read = try Certificate(chain: certificate, key: certificateKey)
        let days = read.ends.officeDay.number - now().officeDay.number
        if days < 30 {
            print(
                desk.say(
                    "注意：证书有效期至\(read.ends.officeDay)，\(days < 0 ? "已经过期，浏览器会拒绝" : "还有\(days)天")，请更换。",
                    "Mind: the certificate is good until \(read.ends.officeDay), \(days < 0 ? "which is past; browsers refuse it" : "\(days) days from now"). Renew it."
                ))
        }
        return read
    }

    private func open() throws -> Workbench {
        guard (certificate == nil) == (certificateKey == nil) else {
            throw OfficeFailure(
                .input, "half-certificate", zh: "--certificate 和 --certificate-key 要一起给出。",
                en: "Give --certificate and --certificate-key together.")
        }
        guard (0...65_535).contains(port) else {
            throw OfficeFailure(
                .input, "bad-port", zh: "端口应为0至65535。", en: "A port is a number from 0 to 65535.")
        }
        var desk = desk
        if let data {
            guard (try? FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)) != nil
            else {
                throw OfficeFailure(
                    .failure, "no-data-folder", zh: "数据文件夹 \(data) 不能建立或写入。",
                    en: "The data folder \(data) can't be made or written.")
            }
            desk.database = data + "/office.sqlite"
        }
        // An empty register may be begun here only where it is said of which district.
        let isNew = try !desk.stands()
        let journal = try desk.journal(create: desk.district != nil)
        let jurisdiction = try desk.jurisdiction(of: journal, isNew: isNew)
        let shared = try SharedDesk(journal, jurisdiction: jurisdiction)
        try shared.follow()
        let accounts = try AccountBook(journal, jurisdiction: jurisdiction)
        try sayFirstLinks(accounts)
        let read: Assets
        do { read = try Assets(folder: assets) } catch {
            throw OfficeFailure(.failure, "missing-asset", zh: error.wording.zh, en: error.wording.en)
        }
        return Workbench(
            journal: journal, desk: shared, jurisdiction: jurisdiction, district: name, assets: read,
            isSecure: certificate != nil,
            accounts: accounts, clock: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) })
    }

    /// Where nobody has an account yet: the links of the three administrators, which are shown this once.
    private func sayFirstLinks(_ accounts: AccountBook) throws {
        var source = SystemRandomNumberGenerator()
        let links = try accounts.firstLinks(by: .atTerminal(), at: now(), from: &source)
        guard !links.isEmpty else { return }
        print(
            desk.say(
                "首次启动：以下一次性链接只显示这一次，72小时内有效，请分别交给三个人。",
                "First start: these one-time links are shown only now and hold for 72 hours. Hand them to three people."
            ))
        for link in links {
            print(
                "  \(link.account.roles.first.map { desk.say($0.name) } ?? "")（\(link.account.login)）  \(origin(port))/link/\(link.token)"
            )
        }
    }
}
