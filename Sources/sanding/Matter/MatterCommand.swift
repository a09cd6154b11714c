import ArgumentParser

/// `sanding matter list|show|confirm`: what duties are confirmed to be about, and who leads.
struct MatterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matter", abstract: "事项：目录、详情、确认牵头与配合 · matters: who leads, who assists",
        subcommands: [MatterListCommand.self, MatterShowCommand.self, MatterConfirmCommand.self])
}
