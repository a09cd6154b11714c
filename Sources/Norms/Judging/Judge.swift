import Registry

/// What the rules say of an item for a body of which this is known.
/// - Parameters:
///   - figures: what the register has of it, or what a plan gives it.
///   - rounding: how to round instead of how the clause says (取整).
package func verdict(
    on item: NormItem, for sheet: FactSheet, by rulebook: Rulebook, body: Institution.ID? = nil,
    figures: Figures = Figures(), rounding: Rounding? = nil
) -> Verdict {
    var judging = Judging(sheet: sheet, rulebook: rulebook, rounding: rounding)
    judging.judge(item)
    return judging.verdict(on: item, body: body, figures: figures)
}

/// One walk through the packs for one item.
///
/// The walk goes on past a clause that can't be told as though it did not apply, only to collect what else is missing.
struct Judging {
    let sheet: FactSheet
    let rulebook: Rulebook
    let rounding: Rounding?
    private var range: NumberRange?
    private var isOpen = false
    private var isReferred = false
    private var isUncertain = false
    private var facts = FactSet()
    private var packs: [String] = []
    private(set) var ruling: Ruling?
    private var left: Ruling?
    /// Handed from item to item of one body.
    var memory = TextMemory()
    private(set) var added: [Ruling] = []
    private(set) var applied: Rounding?

    init(sheet: FactSheet, rulebook: Rulebook, rounding: Rounding?) {
        self.sheet = sheet
        self.rulebook = rulebook
        self.rounding = rounding
    }

    var outcome: Verdict.Outcome {
        if isUncertain { return .cannotTell(Verdict.Missing(facts: facts, packs: packs)) }
        if let range { return .allowed(range, isOpen: isOpen) }
        return isReferred ? .refer : .noRule
    }

    /// The verdict that came of it.
    func verdict(on item: NormItem, body: Institution.ID?, figures: Figures) -> Verdict {
        let outcome = outcome
        return Verdict(
            item: item, body: body, sheet: sheet, outcome: outcome, ruling: ruling, additions: added,
            rounding: applied, figures: figures, standing: Standing(of: figures, under: outcome, on: item))
    }

    mutating func judge(_ item: NormItem) {
        let contents = rulebook.contents
        for step in contents.steps[Int(item.rawValue)] {
            switch step {
            case .missing(let index):
                isUncertain = true
                packs.append(contents.missing[index].code)
            case .pack(let part):
                if decide(part, contents) { return settle() }
            }
        }
        settle()
    }

    /// What was found past a doubtful clause is no answer; that nothing was found may have its own clause.
    private mutating func settle() {
        if outcome == .noRule { ruling = left }
        guard isUncertain else { return }
        added = []
        applied = nil
    }

    /// Asks a pack, and says whether no further pack is to be asked.
    private mutating func decide(_ part: PackPart, _ contents: RulebookContents) -> Bool {
        var mayLeave = false
        for place in part.base {
            let entry = contents.entries[place]
            switch contents.program.value(at: entry.root, for: sheet, &memory) {
            case false?: continue
            case nil:
                facts.formUnion(contents.program.missing(at: entry.root, for: sheet, &memory))
                if let by = entry.by, sheet[by] == nil { facts.insert(by) }
                if entry.isElsewhere { mayLeave = true }
                doubt(part, entry)
            case true?:
                if entry.isElsewhere {
                    left = left ?? ruling(part, entry)
                    return false
                }
                guard give(entry, part) else { continue }
                if range != nil, !part.additions.isEmpty { add(part, contents) }
                return !mayLeave
            }
        }
        return false
    }

    private mutating func doubt(_ part: PackPart, _ entry: ClauseEntry) {
        if !isUncertain || ruling == nil { ruling = ruling(part, entry) }
        isUncertain = true
    }

    private func ruling(_ part: PackPart, _ entry: ClauseEntry, band: Int? = nil) -> Ruling {
        Ruling(rulebook: rulebook, packIndex: part.pack, clauseIndex: entry.index, bandIndex: band)
    }

    /// Takes what a clause that applies gives; false when none of its bands is met, and the next clause is asked.
    private mutating func give(_ entry: ClauseEntry, _ part: PackPart) -> Bool {
        var band: Int?
        switch rulebook.contents.packs[part.pack].clauses[entry.index].decision {
        case .bands(let by, let bands):
            guard let value = sheet[by] else { return lack(by, part, entry) }
            guard let index = bands.firstIndex(where: { $0.range.contains(value) }) else { return false }
            band = index
            range = bands[index].award.range
            isOpen = bands[index].award.discretion != nil
        case .value(let award):
            range = award.range
            isOpen = award.discretion != nil
        case .ratio(let ratio, let by):
            guard let value = sheet[by] else { return lack(by, part, entry) }
            range = ratio.range(for: value, rounding: rounding)
            applied = rounding ?? ratio.rounding
        case .refer: isReferred = true
        case .none: range = NumberRange(0)
        case .elsewhere, .adds: return false
        }
        if !isUncertain { ruling = ruling(part, entry, band: band) }
        return true
    }

    private mutating func lack(_ fact: Fact, _ part: PackPart, _ entry: ClauseEntry) -> Bool {
        facts.insert(fact)
        doubt(part, entry)
        return true
    }

    private mutating func add(_ part: PackPart, _ contents: RulebookContents) {
        guard let base = range else { return }
        if let ruling, case .none = ruling.clause.decision { return }
        var low = base.low
        var high = base.high
        for place in part.additions {
            let entry = contents.entries[place]
            guard case .adds(let more) = contents.packs[part.pack].clauses[entry.index].decision else { continue }
            switch contents.program.value(at: entry.root, for: sheet, &memory) {
            case false?: continue
            case nil:
                facts.formUnion(contents.program.missing(at: entry.root, for: sheet, &memory))
                doubt(part, entry)
            case true?:
                low = low.map { $0 + (more.low ?? 0) }
                high = high.flatMap { high in more.high.map { high + $0 } }
                added.append(ruling(part, entry))
            }
        }
        range = NumberRange(low: low, high: high)
    }
}
