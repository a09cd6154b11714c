import ArgumentParser
import Basics

/// The command line of Sanding: one file a command.
@main
struct Sanding: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sanding",
        abstract: "三定：机构编制改革工作台 · the workbench of an establishment office",
        subcommands: [
            ServeCommand.self, SampleCommand.self, ImportCommand.self, DiagnoseCommand.self, FindingCommand.self,
            ShowCommand.self,
            SearchCommand.self, PersonCommand.self, LookupsCommand.self, HistoryCommand.self, MatterCommand.self,
            LedgerCommand.self, LogCommand.self, AsOfCommand.self, CountiesCommand.self,
            VerifyCommand.self, CopyCommand.self, KeyCommand.self, PlanCommand.self, NormsCommand.self,
            CompetenceCommand.self, MotionCommand.self, LapseCommand.self, AccountCommand.self,
        ])
}
