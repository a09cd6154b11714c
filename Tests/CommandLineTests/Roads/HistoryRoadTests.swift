import Testing

/// What became of bodies, told from the journal.
@Suite struct HistoryRoadTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace(.district) }

    @Test func aMergerStandsInBothHistories() throws {
        try workplace.write(
            """
            方案: 并入
            施行: 2020-07-01
            步骤:
              - 合并: [澄岚区教学研究站]
                并入: 澄岚区校园后勤保障服务中心
            """, to: "plan.yaml")
        try workplace.succeed(
            "plan", "decide", "plan.yaml", "--document", "示编〔2020〕2号", "--decided", "2020-06-20", "--drafter", "甲",
            "--decider", "乙")
        let ended = try workplace.succeed("history", "澄岚区教学研究站", "--json").json()
        #expect(ended["active"]?.flag == false)
        let successors = ended["successors"]?.items.compactMap { $0["name"]?.text }
        #expect(successors == ["澄岚区校园后勤保障服务中心"])
        let documents = ended["acts"]?.items.compactMap { $0["document"]?.text }
        #expect(documents == ["样编〔2020〕1号", "示编〔2020〕2号"])
        let last = ended["acts"]?.items.last?["changes"]?.items.compactMap { $0["what"]?.text } ?? []
        #expect(last.last == "澄岚区教学研究站：撤销，职能由澄岚区校园后勤保障服务中心承接")
        let taker = try workplace.succeed("history", "澄岚区校园后勤保障服务中心").output
        #expect(taker.contains("前身：澄岚区教学研究站（第2号决定 示编〔2020〕2号）"))
        // Every change of the Act concerns one of the two bodies, and the log has them all.
        let log = try workplace.succeed("log", "2", "--json").json().items.compactMap { $0["what"]?.text }
        #expect(log.contains("澄岚区教学研究站：撤销，职能由澄岚区校园后勤保障服务中心承接"))
        #expect(log.count >= last.count)
        #expect(try runProgram(["log", "9"], in: workplace.folder).status == 1)
    }
}
