/// All clauses of a list of statements, as flat tables of numbers.
struct ClauseStore: Sendable {
    /// The statement a clause belongs to.
    private(set) var statement: [Int32] = []
    /// Where the clauses of a statement begin; one more than there are statements.
    private(set) var clauseStart: [Int] = [0]
    /// Where the characters of a clause begin; one more than there are clauses.
    private(set) var start: [Int] = [0]
    /// The number of each character.
    private(set) var single: [Int32] = []
    /// The number of each character with the one before it; −1 after punctuation and at the start.
    private(set) var double: [Int32] = []
    /// The different numbers of a clause, ascending; they begin at `gramStart`.
    private(set) var grams: [Int32] = []
    /// Where the numbers of a clause begin; one more than there are clauses.
    private(set) var gramStart: [Int] = [0]
    /// A mark of what the clause says, the same for the same words whatever the order of the list.
    private(set) var mark: [UInt64] = []
    /// For each number, the character or pair.
    private(set) var keys: [UInt64] = []

    /// How many clauses.
    var count: Int { statement.count }

    init(_ statements: [OverlapStatement], thesaurus: Thesaurus, without: StopTexts) {
        var table = GramTable()
        for (index, item) in statements.enumerated() {
            for clause in DutyText(item.text, thesaurus: thesaurus, without: without).clauses {
                append(clause, of: index, table: &table)
            }
            clauseStart.append(count)
        }
        keys = table.keys
    }

    /// The clauses of a statement.
    func clauses(of statement: Int) -> Range<Int> { clauseStart[statement]..<clauseStart[statement + 1] }

    private mutating func append(_ clause: DutyText.Clause, of index: Int, table: inout GramTable) {
        var mark: UInt64 = 0xCBF2_9CE4_8422_2325
        var own: [Int32] = []
        own.reserveCapacity(clause.symbols.count * 2)
        for (place, symbol) in clause.symbols.enumerated() {
            mark = (mark ^ UInt64(symbol)) &* 0x0000_0100_0000_01B3
            let number = table.number(of: Background.key(symbol))
            single.append(number)
            own.append(number)
            if clause.breaks[place] {
                double.append(-1)
            } else {
                let pair = table.number(of: Background.key(clause.symbols[place - 1], symbol))
                double.append(pair)
                own.append(pair)
            }
        }
        own.sort()
        var last: Int32 = -1
        for number in own where number != last {
            grams.append(number)
            last = number
        }
        statement.append(Int32(index))
        start.append(single.count)
        gramStart.append(grams.count)
        self.mark.append(mark ^ (mark >> 31))
    }
}
