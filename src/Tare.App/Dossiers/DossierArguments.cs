using System.CommandLine;
using Tare.App.Cli;
using Tare.Catalogue;
using Tare.Catalogue.Dossiers;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Dossiers;

/// <summary>Which dossier, and as of when: the options that all commands on dossiers share.</summary>
internal sealed class DossierArguments
{
    /// <summary>The dossier that comes with the program.</summary>
    public const string Shipped = "open-closed-gap-2026";

    public Option<string?> File { get; } =
        new("--file")
        {
            Description = $"A dossier in YAML (or JSON, by its ending), or the name of one that comes with the program. Default {Shipped}.",
            HelpName = "FILE|NAME",
        };

    public Option<string?> AsOf { get; } =
        new("--as-of")
        {
            Description = "Show what was known at the end of this day (or month, or year): YYYY-MM-DD. Default today.",
            HelpName = "DATE",
        };

    public Option<string?> Clock { get; } =
        new("--clock")
        {
            Description =
                "What --as-of bounds: asserted (said or happened by then), recorded (known to the dossier by then), both. Default asserted.",
            HelpName = "CLOCK",
        };

    public Option<bool> Json { get; } = CommonOptions.Json();

    public Command AddTo(Command command)
    {
        command.Add(File);
        command.Add(AsOf);
        command.Add(Clock);
        command.Add(Json);
        return command;
    }

    /// <summary>The dossier that was asked for, without errors, as of the wanted point.</summary>
    /// <exception cref="InputException">It cannot be read, contradicts itself, or the point lies in the future.</exception>
    public OpenDossier Open(Terminal terminal, ParseResult parse)
    {
        var today = Today(terminal);
        var (file, files) = Checked(terminal, parse);
        if (parse.GetValue(AsOf) is not { } text)
        {
            NotAlone(parse);
            return OpenDossier.Of(file, files, null, new AsOfInstants(), today);
        }

        var date = Date("--as-of", text, today);
        return OpenDossier.Of(file, files, date, Instants(parse.GetValue(Clock), date.Latest!.Value), date.Latest!.Value);
    }

    /// <summary>The whole dossier that was asked for, without errors.</summary>
    public (DossierFile File, InputDigest Inputs) Checked(Terminal terminal, ParseResult parse)
    {
        var (file, inputs) = Read(parse.GetValue(File) ?? Shipped);
        DossierLint.Require(DossierIndex.Of(file.Dossier), new LintOptions { AsOf = Today(terminal), Positions = file.Positions });
        return (file, inputs);
    }

    /// <summary>A dossier by name or path, with the hash of its file. The name of a shipped one wins only where no such file exists.</summary>
    public static (DossierFile File, InputDigest Inputs) Read(string nameOrPath)
    {
        if (CuratedDossiers.Names.Contains(nameOrPath, StringComparer.Ordinal) && !System.IO.File.Exists(nameOrPath))
        {
            var text = CuratedDossiers.Text(nameOrPath);
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
            return (CuratedDossiers.Open(nameOrPath), new InputDigest(hash, [($"embedded:data/dossier/{nameOrPath}.yaml", hash)]));
        }

        if (!nameOrPath.Contains('.', StringComparison.Ordinal) && !System.IO.File.Exists(nameOrPath))
        {
            CuratedDossiers.Text(nameOrPath);
        }

        var file = DossierYaml.Open(nameOrPath);
        var sha = ImportSource.Sha256Of(nameOrPath);
        return (file, new InputDigest(sha, [(nameOrPath, sha)]));
    }

    /// <summary>The last instant of the present day, UTC: what is dated today lies not in the future.</summary>
    public static DateTimeOffset Today(Terminal terminal) =>
        PartialDate.On(DateOnly.FromDateTime(terminal.Clock.GetUtcNow().UtcDateTime)).Latest!.Value;

    /// <summary>A date of the command line.</summary>
    public static PartialDate Date(string option, string text, DateTimeOffset today)
    {
        if (!PartialDate.TryParse(text, out var date) || !date.IsKnown)
        {
            throw InputException.At(
                option,
                $"'{text}'",
                "a day as YYYY-MM-DD, a month as YYYY-MM or a year",
                $"for example {option} 2026-05-21"
            );
        }

        return date.IsAfter(today)
            ? throw InputException.At(
                option,
                $"{text} lies in the future",
                FormattableString.Invariant($"a date up to {today.UtcDateTime:yyyy-MM-dd}"),
                "what will be known then is not known now"
            )
            : date;
    }

    /// <summary>A point on the clock that was named.</summary>
    public static AsOfInstants Instants(string? clock, DateTimeOffset at) =>
        clock switch
        {
            null or "asserted" => new AsOfInstants(Asserted: at),
            "recorded" => new AsOfInstants(Recorded: at),
            "both" => new AsOfInstants(at, at),
            _ => throw InputException.At("--clock", $"'{clock}'", "asserted, recorded or both", "choose one of these"),
        };

    private void NotAlone(ParseResult parse)
    {
        if (parse.GetValue(Clock) is not null)
        {
            throw InputException.At("--clock", "given without --as-of", "--as-of DATE beside it", "leave it out, or give the date");
        }
    }
}
