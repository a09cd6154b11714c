import Registry
import Testing

@testable import Papers

/// Leader posts that stand in one cell together.
@Suite struct DistrictPostsTests {
    private func read(_ text: String) throws -> PostsRead {
        let vocabulary = try Vocabulary.bundled()
        return readPostsTogether(.text(text), words: vocabulary.rows, posts: vocabulary.values.posts, of: nil)
    }

    @Test(
        arguments: [
            ("1正2副", 1, 2), ("一正两副", 1, 2), ("正职1名、副职2名", 1, 2), ("3(1正2副)", 1, 2), ("主任1名、副主任2名", 1, 2),
            ("正1副2", 1, 2), ("3名，其中正职1名，副职2名", 1, 2), ("正副职各1名", 1, 1), ("正、副职各1名", 1, 1), ("正职1职；副职3职", 1, 3),
            ("主任（局长）1名、副主任2名", 1, 2), ("设主任1名，副主任2名，纪检组长1名", 1, 3), ("一正三副（其中1名兼任）", 1, 3), ("２正１副", 2, 1),
            ("3，1正2副", 1, 2), ("共3名：正职1名、副职2名", 1, 2),
        ])
    func chiefAndDeputies(text: String, chiefs: Int, deputies: Int) throws {
        #expect(try read(text) == .posts([.chief: chiefs, .deputy: deputies]))
    }

    @Test func otherPosts() throws {
        #expect(try read("1正") == .posts([.chief: 1]))
        #expect(try read("2副") == .posts([.deputy: 2]))
        #expect(try read("书记1名，校长1名，副校长3名") == .posts([.party: 1, .chief: 1, .deputy: 3]))
        #expect(try read("科长3名") == .posts([.internalChief: 3]))
    }

    @Test func nothingIsGuessed() throws {
        #expect(try read("3") == .undivided(3))
        #expect(try read("3名") == .undivided(3))
        #expect(try read("4(1正2副)") == .contradiction(total: 4, sum: 3))
        #expect(try read("4名，正职1名，副职2名") == .contradiction(total: 4, sum: 3))
        for text in ["若干", "1+2", "正职", "1正2", "正职1名、其他2名", "正副职2名", "约1正2副"] {
            #expect(try read(text) == .unreadable, "\(text)")
        }
        #expect(try read("—") == .blank)
    }

    private func book(_ rows: [[String]]) throws -> DistrictBook { try readDistrict(workbook(sheet("表", rows))) }

    @Test func inATable() throws {
        let book = try book([
            ["单位名称", "单位类别", "编制数", "领导职数", "中层职数"], ["甲县一中心", "公益一类", "9", "1正2副", "2正1副"],
            ["甲县二中心", "公益一类", "9", "3", "4"], ["甲县三中心", "公益一类", "9", "", "3正"],
        ])
        #expect(
            book.bodies.map(\.posts) == [
                [.chief: 1, .deputy: 2, .internalChief: 2, .internalDeputy: 1], nil, [.internalChief: 3],
            ])
        // One number of either is said to be undivided, not unknown.
        #expect(book.problems.filter { $0.code == .postsUndivided }.map(\.cell) == ["D3", "E3"])
        #expect(book.problems.contains { $0.code == .postsDivided && $0.cell == "D2" })
        #expect(!book.problems.contains { $0.code == .columnIgnored })
    }

    @Test func aTotalBesideTheChiefs() throws {
        let rest = try book([["单位名称", "类型", "编制数", "领导职数", "其中:正职"], ["甲县一中心", "事业单位", "9", "4", "1"]])
        #expect(rest.bodies.first?.posts == [.chief: 1, .deputy: 3])
        let all = try book([["单位名称", "类型", "编制数", "领导职数", "正职", "副职"], ["甲县一中心", "事业单位", "9", "4", "1", "2"]])
        #expect(all.bodies.first?.posts == [.chief: 1, .deputy: 2])
        #expect(all.problems.contains { $0.code == .rowTotalWrong && $0.cell == "D2" })
    }

    @Test func whatCannotBeReadIsAnErrorOfItsRow() throws {
        let book = try book([
            ["单位名称", "类型", "编制数", "领导职数"], ["甲县一中心", "事业单位", "9", "若干"], ["甲县二中心", "事业单位", "9", "4(1正2副)"],
        ])
        #expect(book.bodies.isEmpty)
        #expect(book.rejected.map { $0.problems.map(\.code) } == [[.numberUnreadable], [.numberUnreadable]])
    }
}
