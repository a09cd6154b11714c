import Basics
import Office
import Procedure
import Registry
import Testing

/// Every form: answers that are taken, and answers that are not.
@Suite struct FormTests {
    /// Answers to a form, the forms before it in the draft, and what comes of other answers.
    struct Sample {
        let code: String
        var before: [FilledForm] = []
        var day = DailyOffice.day
        var reform: Citation?
        let good: [String: String]
        let bad: [String: String]
        let refused: String
    }

    private static let pack = """
        规则包: 试
        代码: trial
        层级: 区县
        施行: 2020-01-01
        可信度: 样板
        条款:
          - 条: 第一条
            核定: 领导职数
            适用: {机构类型: 事业单位}
            依据: 编制数
            分档: {10以下: 1, 11-60: 1-2, 61以上: 2-3}

        """

    private func samples(_ office: DailyOffice) throws -> [Sample] {
        let (body, kind) = try office.roomy(3)
        let (other, _) = try office.roomy(1, except: body.id)
        let (full, fullKind) = try office.full()
        let (person, place) = try office.somebody()
        let name = body.profile.name
        let rank = body.profile.rank ?? .guji
        let (placeBody, placeKind) = (
            try #require(office.register.institutions[place.institution]).profile.name, place.kind.name.zh
        )
        let duty = try #require(
            office.register.duties.values.filter { office.register.matters(of: $0.id).isEmpty }.min { $0.id < $1.id })
        let matter = try #require(office.register.matters.values.min { $0.id < $1.id })
        let someone = ["name": "张三", "number": DailyOffice.number(1), "status": "管理人员"]
        let (until, past) = ("2021-12-31", "2020-12-31")
        func answers(_ more: [String: String]) -> [String: String] { someone.merging(more) { $1 } }
        let use = FilledForm("headcount-use", ["body": name, "kind": kind.name.zh, "count": "2", "until": until])
        // What is put aside is in the register before the draft that uses it.
        let newcomer = FilledForm(
            "register-person", ["name": "钱测试", "number": DailyOffice.number(2), "status": "合同制"])
        try office.decide(
            office.draft([
                use, newcomer, FilledForm("establish", ["name": "样区旧单位", "type": "事业单位"]),
                FilledForm("abolish", ["body": "样区旧单位"]),
            ]))
        let outsider = try #require(office.register.people.values.first { $0.places.isEmpty && $0.exit == nil })
        let open = try #require(office.desk.headcountUses(on: DailyOffice.day).first).id.description
        let account = ["body": name, "kind": kind.name.zh]
        let tolerated = try tolerated(office)
        let adopted = DailyOffice.day.advanced(by: -5)
        try office.desk.adoptRules(
            WrittenRules(Self.pack), on: adopted, document: office.words(), drafter: office.office.officer("甲"),
            deciders: [office.office.officer("乙")], from: &office.office.source, at: office.office.later())
        let reform = try #require(Citation("样编〔2020〕7号"))
        let post = Commodity.posts(LeaderPost(.deputy, rank)).name.zh
        let heads = Commodity.heads(kind).name.zh
        return [
            Sample(
                code: "headcount-use", good: account.merging(["count": "1", "until": until]) { $1 },
                bad: account.merging(["count": "9999", "until": until]) { $1 }, refused: "heads-over-balance"),
            Sample(
                code: "enrol-new", good: answers(account.merging(["use": open]) { $1 }),
                bad: answers(["body": full.profile.name, "kind": fullKind.name.zh]), refused: "heads-over-balance"),
            Sample(
                code: "enrol",
                before: [FilledForm("status", ["person": outsider.id.description, "status": "管理人员"])],
                good: account.merging(["person": outsider.id.description, "use": open]) { $1 },
                bad: ["person": person.id.description, "body": placeBody, "kind": placeKind], refused: "already-there"),
            Sample(
                code: "leave",
                good: ["person": person.id.description, "body": placeBody, "kind": placeKind, "cause": "退休"],
                bad: ["person": outsider.id.description, "body": placeBody, "kind": placeKind, "cause": "退休"],
                refused: "not-on-establishment"),
            Sample(
                code: "settle", good: ["use": open, "count": "1"], bad: ["use": open, "count": "9"],
                refused: "beyond-reservation"),
            Sample(code: "void", good: ["use": open], bad: ["use": "0123"], refused: "unknown-reservation"),
            Sample(
                code: "expire", day: Day(iso: "2022-01-10") ?? DailyOffice.day, good: ["use": open], bad: ["use": "x"],
                refused: "unknown-reservation"),
            Sample(
                code: "register-person", good: answers(["status": "合同制"]), bad: answers(["number": "123"]),
                refused: "bad-identity"),
            Sample(
                code: "amend-personal", good: ["person": person.id.description, "name": "李四"],
                bad: ["person": person.id.description], refused: "missing"),
            Sample(
                code: "disputed", good: ["person": person.id.description, "disputed": "是"],
                bad: ["person": person.id.description, "disputed": "否"], refused: "unchanged"),
            Sample(
                code: "transfer",
                good: [
                    "person": person.id.description, "from": placeBody, "from-kind": placeKind,
                    "to": placeBody == name ? other.profile.name : name, "to-kind": kind.name.zh,
                ],
                bad: [
                    "person": person.id.description, "from": placeBody, "from-kind": placeKind, "to": placeBody,
                    "to-kind": placeKind,
                ], refused: "same-account"),
            Sample(
                code: "appoint",
                before: [
                    FilledForm("move", ["commodity": "内设机构副职（股级）", "count": "1", "from": "上级下达总量", "to": placeBody])
                ],
                good: ["person": person.id.description, "body": placeBody, "kind": placeKind, "role": "内设机构副职"],
                bad: ["person": person.id.description, "body": placeBody, "kind": placeKind], refused: "unchanged"),
            Sample(
                code: "position",
                good: ["person": person.id.description, "position": person.position == .worker ? "管理岗位" : "工勤岗位"],
                bad: ["person": person.id.description, "position": person.position?.name.zh ?? ""], refused: "unchanged"
            ),
            Sample(
                code: "workplace",
                good: ["person": person.id.description, "body": placeBody == name ? other.profile.name : name],
                bad: ["person": person.id.description, "body": placeBody], refused: "already-there"),
            Sample(
                code: "status",
                good: ["person": person.id.description, "status": person.status == .worker ? "管理人员" : "工勤人员"],
                bad: ["person": person.id.description, "status": "劳务派遣"], refused: "status-holds-no-place"),
            Sample(
                code: "establish", good: ["name": "样区新设服务中心", "type": "事业单位", "supervisor": name],
                bad: ["name": name, "type": "事业单位"], refused: "name-taken"),
            Sample(
                code: "abolish", before: [FilledForm("establish", ["name": "样区空单位", "type": "事业单位"])],
                good: ["body": "样区空单位"], bad: ["body": name], refused: "closed-holds-something"),
            Sample(code: "restore", good: ["body": "样区旧单位"], bad: ["body": name], refused: "unknown-body"),
            Sample(
                code: "hang-plate", good: ["body": name, "plate": "样区测试中心"], bad: ["body": name, "plate": "a<script>"],
                refused: "bad-characters"),
            Sample(
                code: "remove-plate", before: [FilledForm("hang-plate", ["body": name, "plate": "样区测试中心"])],
                good: ["body": name, "plate": "样区测试中心"], bad: ["body": name, "plate": "没有的牌子"], refused: "plate-or-unit"
            ),
            Sample(
                code: "add-unit", good: ["body": name, "unit": "测试科", "rank": "股级"], bad: ["body": name],
                refused: "missing"),
            Sample(
                code: "drop-unit", before: [FilledForm("add-unit", ["body": name, "unit": "测试科"])],
                good: ["body": name, "unit": "测试科"], bad: ["body": name, "unit": "没有的科"], refused: "plate-or-unit"),
            Sample(
                code: "lock", good: ["body": name, "reform": "样编〔2020〕7号"], bad: ["body": name, "reform": "七号"],
                refused: "not-a-citation"),
            Sample(
                code: "unlock", before: [FilledForm("lock", ["body": name, "reform": "样编〔2020〕7号"])], reform: reform,
                good: ["body": name], bad: ["body": other.profile.name], refused: "lock-state"),
            Sample(
                code: "rename", good: ["body": name, "name": "样区改名中心"],
                bad: ["body": name, "name": other.profile.name], refused: "name-taken"),
            Sample(
                code: "short-name", good: ["body": name, "short": "样中心"],
                bad: ["body": name, "short": body.profile.shortName ?? ""], refused: "unchanged"),
            Sample(
                code: "type", good: ["body": name, "type": body.profile.type == .township ? "群团机关" : "乡镇（街道）"],
                bad: ["body": name, "type": "系统外单位(企业)"], refused: "holds-no-accounts"),
            Sample(
                code: "rank", good: ["body": name, "rank": rank == .fuke ? "股级" : "副科级"],
                bad: ["body": name, "rank": "科"], refused: "not-a-choice"),
            Sample(
                code: "class", good: ["body": name, "class": body.profile.category == .welfareTwo ? "公益一类" : "公益二类"],
                bad: ["body": name, "class": body.profile.category?.name.zh ?? ""], refused: "unchanged"),
            Sample(
                code: "funding", good: ["body": name, "funding": body.profile.funding == .partial ? "经费自理" : "财政差额补助"],
                bad: ["body": name, "funding": body.profile.funding?.name.zh ?? ""], refused: "unchanged"),
            Sample(
                code: "supervisor", before: [FilledForm("establish", ["name": "样区新主管", "type": "行政机关"])],
                good: ["body": name, "supervisor": "样区新主管"], bad: ["body": name, "supervisor": name],
                refused: "supervisor-cycle"),
            Sample(
                code: "sponsor", before: [FilledForm("establish", ["name": "样区新举办", "type": "行政机关"])],
                good: ["body": name, "sponsor": "样区新举办"], bad: ["body": name, "sponsor": "样区没有的机构"],
                refused: "unknown-body"),
            Sample(
                code: "host", before: [FilledForm("establish", ["name": "样区合署", "type": "行政机关"])],
                good: ["body": name, "host": "样区合署"], bad: ["body": name, "host": "样区没有的机构"], refused: "unknown-body"),
            Sample(
                code: "office-code", good: ["body": name, "office-code": "T-001"],
                bad: ["body": name, "office-code": String(repeating: "字", count: 101)], refused: "too-long"),
            Sample(
                code: "registration", good: ["body": name, "registration": try creditCode("12330702471234567")],
                bad: ["body": name, "registration": "123307024712345670I"], refused: "bad-credit-code"),
            Sample(
                code: "founding", good: ["body": name, "document": "样编〔1999〕1号", "date": "1999-05"],
                bad: ["body": name, "date": "1999-13"], refused: "not-a-day"),
            Sample(
                code: "fact", good: ["body": name, "measure": "床位数", "value": "77"],
                bad: ["body": name, "measure": "学段", "value": "99"], refused: "not-a-choice"),
            Sample(
                code: "move", good: ["commodity": heads, "count": "1", "from": name, "to": "统筹池"],
                bad: ["commodity": heads, "count": "1", "from": "统筹池", "to": name], refused: "below-zero"),
            Sample(
                code: "exchange",
                good: ["holder": name, "count": "1", "give": heads, "take": kind == .worker ? "行政编制" : "工勤编制"],
                bad: ["holder": name, "count": "1", "give": heads, "take": post], refused: "same-account"),
            Sample(
                code: "ceiling", good: ["commodity": heads, "count": "100000"],
                bad: ["commodity": heads, "count": "1"],
                refused: "over-ceiling"),
            Sample(
                code: "unknown", before: [FilledForm("establish", ["name": "样区空单位", "type": "事业单位"])],
                good: ["body": "样区空单位", "group": "编制", "unknown": "是"],
                bad: ["body": name, "group": "编制", "unknown": "是"],
                refused: "balance-not-empty"),
            Sample(
                code: "reserve",
                good: ["holder": name, "commodity": heads, "count": "1", "purpose": "改革后续波次", "until": until],
                bad: ["holder": name, "commodity": heads, "count": "1", "purpose": "改革后续波次", "until": past],
                refused: "reservation-term"),
            Sample(
                code: "state-duty", good: ["body": name, "text": "负责测试。"],
                bad: ["body": name, "number": "若干", "text": "负责测试。"], refused: "not-a-number"),
            Sample(
                code: "revise-duty", good: ["duty": duty.id.description, "text": "负责修改后的测试。"],
                bad: ["duty": duty.id.description, "text": duty.text], refused: "unchanged"),
            Sample(
                code: "move-duty",
                good: ["duty": duty.id.description, "to": duty.holder == body.id ? other.profile.name : name],
                bad: ["duty": "没有的职责", "to": name], refused: "unknown-duty"),
            Sample(
                code: "drop-duty", good: ["duty": duty.id.description, "reason": "重复"],
                bad: ["duty": duty.id.description], refused: "missing"),
            Sample(
                code: "define-matter", good: ["name": "测试事项", "catalogue": "测试目录"], bad: ["name": "测试事项"],
                refused: "missing"),
            Sample(
                code: "join-matter",
                before: [FilledForm("gap", ["matter": matter.id.description, "gap": matter.gaps.isEmpty ? "是" : "否"])],
                good: ["matter": matter.id.description, "duty": duty.id.description, "role": "牵头"],
                bad: ["matter": matter.id.description, "duty": duty.id.description, "role": "领导"],
                refused: "not-a-choice"),
            Sample(
                code: "leave-matter",
                before: [
                    FilledForm(
                        "join-matter", ["matter": matter.id.description, "duty": duty.id.description, "role": "配合"])
                ],
                good: ["matter": matter.id.description, "duty": duty.id.description],
                bad: ["matter": "没有的事项", "duty": duty.id.description], refused: "unknown-matter"),
            Sample(
                code: "gap", good: ["matter": matter.id.description, "area": "样区甲镇", "gap": "是"],
                bad: ["matter": matter.id.description, "area": "样区甲镇", "gap": "否"], refused: "unchanged"),
            Sample(
                code: "reverse", good: ["act": "2", "changes": "3-4", "reason": "误设"],
                bad: ["act": "2", "changes": "9", "reason": "误设"], refused: "nothing-to-reverse"),
            Sample(
                code: "close-tolerance",
                before: [
                    FilledForm(
                        "move",
                        [
                            "commodity": tolerated.heads.name.zh, "count": "\(tolerated.measure)", "from": "上级下达总量",
                            "to": tolerated.body,
                        ])
                ],
                good: ["tolerance": tolerated.subject.en], bad: ["tolerance": "没有的容忍项"],
                refused: "unknown-tolerance"),
            Sample(
                code: "repeal-rules", good: ["rules": "trial"], bad: ["rules": CompetenceTable.code],
                refused: "unknown-rules"),
        ]
    }

    /// A breach of heads that is put up with: of which body, which heads, by how much.
    private func tolerated(
        _ office: DailyOffice
    ) throws -> (body: String, heads: Commodity, measure: Int, subject: Wording) {
        for tolerance in office.register.tolerances.values.sorted(by: { $0.invariant < $1.invariant }) {
            guard case .headsWithinBalance(let id, let kind) = tolerance.invariant else { continue }
            let body = try #require(office.register.institutions[id]?.profile.name)
            return (body, .heads(kind), tolerance.measure, tolerance.invariant.subject(in: office.register))
        }
        throw OfficeFailure(.input, "test", zh: "无超编", en: "nothing is over")
    }

    /// The code with the check character that fits.
    private func creditCode(_ most: String) throws -> String {
        try #require("0123456789ABCDEFGHJKLMNPQRTUWXY".map { most + String($0) }.first { creditCodeFault($0) == nil })
    }

    private func trial(_ office: DailyOffice, _ sample: Sample, _ answers: [String: String]) throws -> DailyTrial {
        let draft = office.draft(
            sample.before + [FilledForm(sample.code, answers)], day: sample.day, reform: sample.reform)
        return try office.desk.tryDraft(draft, at: Instant(milliseconds: 1_642_000_000_000))
    }

    @Test func everyFormTakesWhatIsRightAndSaysWhatIsWrong() throws {
        let office = try DailyOffice()
        let samples = try samples(office)
        var made: Set<ChangeKind> = []
        for sample in samples {
            let good = try trial(office, sample, sample.good)
            #expect(good.passes, "\(sample.code): \(good.problems.map(\.wording.zh)) \(good.refusal?.wording.zh ?? "")")
            made.formUnion(good.changes.map(\.kind))
            // What was done before in the same draft may be undone by it.
            #expect(!good.sentences.isEmpty, "\(sample.code)")
            #expect(good.after.digest != good.before.digest || !sample.before.isEmpty, "\(sample.code)")
            let bad = try trial(office, sample, sample.bad)
            let code = bad.problems.first?.code ?? bad.refusal?.code
            #expect(code == sample.refused, "\(sample.code)")
            #expect(bad.after.digest == bad.before.digest, "\(sample.code)")
            if let refusal = bad.refusal { #expect(!refusal.wording.zh.isEmpty && !refusal.wayOut.zh.isEmpty) }
        }
        #expect(samples.map(\.code).sorted() == ChangeForm.all.map(\.code).sorted())
        #expect(Set(ChangeKind.allCases).subtracting(made) == Set(Self.withoutForm.keys))
    }

    /// The kinds of change that no form makes, and why.
    private static let withoutForm: [ChangeKind: String] = [
        .adoptRules: "adopted by the text of its pack: norms adopt, motion open",
        .competence: "adopted by the text of the table: competence adopt, motion open",
        .openTolerance: "only an opening Act, a plan and its undoing put up with a breach",
        .moveTolerance: "only a plan and its undoing move a tolerance",
    ]

    @Test func aToleranceIsClosedOnlyOnceItsBreachIsOver() throws {
        let office = try DailyOffice()
        let tolerated = try tolerated(office)
        let close = FilledForm("close-tolerance", ["tolerance": tolerated.subject.zh])
        func adding(_ count: Int) -> FilledForm {
            FilledForm(
                "move",
                [
                    "commodity": tolerated.heads.name.zh, "count": "\(count)", "from": "上级下达总量",
                    "to": tolerated.body,
                ])
        }
        #expect(try office.trial(close).refusal?.code == "heads-over-balance")
        // One head that is missing is enough to refuse it.
        if tolerated.measure > 1 {
            #expect(try office.trial(close, adding(tolerated.measure - 1)).refusal?.code == "heads-over-balance")
        }
        #expect(try office.trial(close, adding(tolerated.measure)).passes)
    }

    @Test func whatHasNoFormForItsBasisIsRefusedOfEveryDraft() throws {
        let office = try DailyOffice()
        let tolerance = try #require(office.register.tolerances.values.min { $0.invariant < $1.invariant })
        let (body, kind) = try office.roomy(1)
        let over = Invariant.headsWithinBalance(body.id, kind)
        let document = try office.desk.document(office.words()).document
        for basis in [Act.Basis.daily, .correction] {
            for change in [
                Change.openTolerance(over, measure: 1, .baseline),
                .openTolerance(over, measure: 1, .absorption(until: DailyOffice.day)),
                .moveTolerance(tolerance.invariant, to: over),
            ] {
                let act = Act(
                    command: Identifier(high: 1, low: 1), document: document, basis: basis,
                    drafter: try office.office.officer("甲"), deciders: [try office.office.officer("乙")],
                    changes: [DatedChange(DailyOffice.day, change)])
                #expect(throws: Refusal.notByThisAct) {
                    _ = try office.desk.history.judge(act, recorded: office.office.later())
                }
            }
        }
    }

    @Test func formsAreSoundAsData() {
        #expect(Set(ChangeForm.all.map(\.name.zh)).count == ChangeForm.all.count)
        #expect(Set(ChangeForm.all.map(\.name.en)).count == ChangeForm.all.count)
        for form in ChangeForm.all {
            #expect(Set(form.items.map(\.key)).count == form.items.count, "\(form.code)")
            #expect(Set(form.items.map(\.label.zh)).count == form.items.count, "\(form.code)")
            #expect(Set(form.items.map(\.label.en)).count == form.items.count, "\(form.code)")
            #expect(!form.purpose.zh.isEmpty && !form.purpose.en.isEmpty)
        }
    }

    @Test func everyFieldSaysWhatIsWrong() throws {
        let office = try DailyOffice()
        for form in ChangeForm.all {
            let empty = try office.trial(FilledForm(form.code, [:]))
            let missing = Set(empty.problems.filter { $0.code == "missing" }.compactMap(\.field))
            let required = Set(form.items.filter(\.isRequired).map(\.key))
            #expect(missing.isSuperset(of: required), "\(form.code)")
            for field in form.items {
                func codes(_ answer: String) throws -> [String] {
                    try office.trial(FilledForm(form.code, [field.key: answer])).problems
                        .filter { $0.field == field.key }.map(\.code)
                }
                #expect(try codes(String(repeating: "9", count: field.longest + 1)) == ["too-long"], "\(field.key)")
                #expect(try codes("1\u{202E}2\u{0}") == ["bad-characters"], "\(form.code) \(field.key)")
                switch field.kind {
                case .line, .text: break
                default: #expect(try codes("<b>").count == 1, "\(form.code) \(field.key)")
                }
            }
        }
        let strange = try office.trial(FilledForm("rename", ["x": "1"]), FilledForm("nothing", [:]))
        #expect(Set(strange.problems.map(\.code)).isSuperset(of: ["unknown-field", "unknown-form"]))
    }
}
