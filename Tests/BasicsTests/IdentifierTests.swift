import Basics
import Testing

@Suite struct IdentifierTests {
    typealias ID = Identifier<IdentifierTests>

    @Test func textIsThirtyTwoDigits() throws {
        let id = ID(high: 0x0102, low: 0xFFEE_0000_0000_0001)
        #expect(id.description == "0000000000000102ffee000000000001")
        #expect(ID(id.description) == id)
        #expect(ID("0000000000000102FFEE000000000001") == id)
    }

    @Test(arguments: [
        "", "0000000000000102ffee00000000001", "0000000000000102ffee0000000000011", "+000000000000102ffee000000000001",
        "-000000000000102ffee000000000001", "0000000000000102ffee00000000000g", "中中中中中中中中中中01",
        " 00000000000102ffee000000000001 ",
    ])
    func otherTextsAreNone(text: String) {
        #expect(ID(text) == nil)
    }

    @Test func ordersByAllBits() {
        #expect(ID(high: 1, low: 9) < ID(high: 2, low: 0))
        #expect(ID(high: 1, low: 8) < ID(high: 1, low: 9))
        #expect(ID(high: 1, low: 8) != ID(high: 2, low: 8))
    }

    /// The first numbers of SplitMix64 from zero, as its authors publish them.
    @Test func drawsFromTheSourceItIsGiven() {
        var source = SeededSource(seed: 0)
        #expect(ID(from: &source) == ID(high: 0xE220_A839_7B1D_CDAF, low: 0x6E78_9E6A_A1B9_65F4))
        #expect(source.next() == 0x06C4_5D18_8009_454F)
    }
}
