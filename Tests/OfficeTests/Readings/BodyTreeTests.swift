import Basics
import Office
import Papers
import Registry
import Testing

/// The tree adds up to the list, whatever hangs on whatever.
@Suite struct BodyTreeTests {
    private func register(_ bodies: [(name: String, above: Int?, heads: Int?)]) -> (Register, [Institution.ID]) {
        var source = SeededSource(seed: 9)
        var register = Register()
        let ids = bodies.map { _ in Institution.ID(from: &source) }
        for (index, body) in bodies.enumerated() {
            register.suppose(
                .establish(ids[index], Profile(name: body.name, type: .publicInstitution), origin: nil))
            if let heads = body.heads {
                register.suppose(
                    .move(.heads(.institutionFull), count: heads, from: .grant, to: .institution(ids[index])))
            } else {
                register.suppose(.setUnknown(ids[index], .heads, true))
            }
        }
        for (index, body) in bodies.enumerated() {
            if let above = body.above { register.suppose(.amend(ids[index], .supervisor(ids[above]))) }
        }
        return (register, ids)
    }

    @Test func sumsOfWhatIsBelow() throws {
        let (register, ids) = register([
            ("甲局", nil, 5), ("甲站", 0, 3), ("甲所", 1, nil), ("乙局", nil, 7), ("丙校", 3, 11),
        ])
        let tree = BodyTree(of: BodyLine.all(in: register))
        #expect(tree.roots.map(\.line.name) == ["乙局", "甲局"])
        let first = try #require(tree.node(of: ids[0]))
        #expect(first.bodies == 3 && first.approved == 8 && first.unknown == 1 && first.height == 2)
        #expect(tree.rows.map { "\($0.depth)\($0.node.line.name)" } == ["0乙局", "1丙校", "0甲局", "1甲站", "2甲所"])
        #expect(tree.roots.reduce(0) { $0 + $1.approved } == 26)
    }

    @Test func aRingLosesNobodyAndEndsSomewhere() {
        let (register, _) = register([("甲", 2, 1), ("乙", 0, 1), ("丙", 1, 1), ("丁", nil, 1), ("戊", 4, 1)])
        let tree = BodyTree(of: BodyLine.all(in: register))
        #expect(tree.rows.count == 5)
        #expect(tree.roots.reduce(0) { $0 + $1.bodies } == 5)
    }

    @Test func whoseSupervisorIsNotAmongThemIsARoot() {
        let (register, ids) = register([("甲局", nil, 5), ("甲站", 0, 3), ("甲所", 1, 2)])
        let lines = BodyLine.all(in: register).filter { $0.id != ids[0] }
        #expect(BodyTree(of: lines).roots.map(\.line.name) == ["甲站"])
        #expect(BodyTree(of: []).rows.isEmpty)
    }

    @Test func theTreeOfADistrictHoldsEveryBodyOnce() throws {
        let office = try TestOffice(jurisdiction: "371703")
        try office.open(
            with: try sharedFile("heze/dingtao-district.csv"), named: "dingtao-district.csv",
            day: Day(iso: "2018-12-31"))
        let lines = BodyLine.all(in: office.desk.register)
        let tree = BodyTree(of: lines)
        #expect(tree.rows.map(\.node.line.id).count == lines.count)
        #expect(Set(tree.rows.map(\.node.line.id)) == Set(lines.map(\.id)))
        #expect(tree.roots.reduce(0) { $0 + $1.unknown } == lines.count { $0.approved == nil })
    }
}

/// Each document with the Acts that stand on it.
@Suite struct DocumentLinesTests {
    @Test func actsBodiesAndTitles() throws {
        let office = try TestOffice()
        let file = Array("机构名称,机构类型,行政编制,批准文号\n甲局,行政机关,5,示编〔2009〕58号\n乙局,行政机关,5,示编〔2009〕58号\n丙局,行政机关,4,".utf8)
        try office.open(with: file, named: "a.csv", day: Day(number: 18_000))
        let words = try office.words("样编〔2020〕2号", Day(number: 18_100), title: "关于更名的批复")
        for name in ["甲局", "乙局"] {
            let id = try #require(office.desk.register.institution(named: name)?.id)
            let (document, title) = try office.desk.document(words)
            try office.desk.record(
                Act(
                    command: Identifier(from: &office.source), document: document, basis: .daily,
                    drafter: try office.officer("甲"), deciders: [try office.officer("乙")],
                    changes: [DatedChange(Day(number: 18_100), .amend(id, .name(name + "（新）")))]),
                sealing: title, at: office.later())
        }
        let lines = DocumentLine.all(in: office.desk.history, through: 3)
        #expect(lines.map(\.acts) == [[2, 3], [1]])
        #expect(lines[0].bodies.count == 2 && lines[0].changes == 2 && lines[0].bases == [.daily])
        #expect(lines[1].bodies.count == 3 && lines[1].bases == [.opening])
        #expect(try office.desk.titles(of: lines.map(\.document))[lines[0].document.title] == "关于更名的批复")
        #expect(DocumentLine.all(in: office.desk.history, through: 1).map(\.acts) == [[1]])

        let (foundings, without) = FoundingLine.all(in: office.desk.register)
        #expect(foundings.map(\.document) == ["示编〔2009〕58号"] && foundings[0].bodies.count == 2)
        #expect(without == [office.desk.register.institution(named: "丙局")?.id])
    }
}
