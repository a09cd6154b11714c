import Papers

/// A made-up district as its office would keep it, in sheets ready to be written. Nothing in it is real.
package struct SampleDistrict: Sendable {
    /// The fewest bodies that a district has: its organs, townships, schools and hospitals with what is planted.
    package static let leastBodies = 40

    /// The name of the district.
    package let name: String
    /// Its division code, one that is not given out.
    package let code: String
    /// The sheets: 机构, 人员, 职责, 应办事项清单.
    package let sheets: [OutputSheet]
    /// What is in it on purpose.
    package let planted: PlantedKey
    /// How many bodies it has.
    package let bodies: Int
    /// How many rows of people it has.
    package let people: Int

    /// The workbook.
    package func bytes() throws(UnwritableFile) -> [UInt8] { try workbookBytes(sheets) }

    /// Writes the workbook.
    package func write(to path: String) throws(UnwritableFile) { try writeWorkbook(sheets, to: path) }
}

/// Makes a district: the same seed, size and faults give the same workbook everywhere.
/// - Parameters:
///   - seed: any number.
///   - bodies: how many bodies, `leastBodies` at least; 314 is a district of 18 townships and some 7,000 people, and ten times
///     as many make it ten times as large, in zones.
///   - faults: whether cells are wrong as well, so that an import has something to complain of. Without, everything in
///     it can be read, and there is only something to find.
package func sampleDistrict(seed: UInt64, bodies: Int = 314, faults: Bool = false) -> SampleDistrict {
    var draft = Draft(seed: seed)
    draft.draftBodies(max(SampleDistrict.leastBodies, bodies))
    draft.fillFigures()
    draft.fillPeople()
    draft.fillDuties()
    draft.plantFindings()
    draft.noteFindings()
    if faults { draft.plantFaults() }
    let sheets = [draft.bodySheet(), draft.peopleSheet(), draft.dutySheet(), draft.matterSheet()]
    return SampleDistrict(
        name: regionName, code: regionCode, sheets: sheets, planted: draft.key, bodies: draft.bodies.count,
        people: draft.people.reduce(0) { $0 + $1.count })
}
