import Basics
import HTML
import Office
import Registry

extension Visit {
    /// Puts an export on record before the file is handed out.
    func recordExport(_ what: String, count: Int) throws {}

    /// The file of a person, once it is on record who looks and for what.
    func lookAt(_ person: Person, for purpose: String) throws -> PersonFile? {
        var desk = workbench.desk.desk()
        var source = SystemRandomNumberGenerator()
        let officer = try desk.officer(named: viewer?.account.name ?? "", from: &source)
        return try desk.openPersonFiles(person.id.description, by: officer, for: purpose, at: now).first
    }

    /// What waits for the viewer.
    func waitingForMe() throws -> [(title: String, detail: String, link: Link)] { importsToDecide() }
}
