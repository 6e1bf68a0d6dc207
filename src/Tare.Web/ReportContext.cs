using Tare.Records;

namespace Tare.Web;

/// <summary>What a report says of its own making. It has no clock and no machine, so that the same report has the same bytes anywhere.</summary>
public sealed record ReportContext
{
    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>The command that writes this report again.</summary>
    public required string CommandLine { get; init; }

    /// <summary>The inputs, by content.</summary>
    public required IReadOnlyList<InputDigest> Inputs { get; init; }

    /// <summary>Further sources than those of the evidence, for example of the release dates or of CAISI's table.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Pages beside this one: address and title.</summary>
    public IReadOnlyList<(string Address, string Title)> Pages { get; init; } = [];

    /// <summary>Pages that were not written: the command that writes each, and its title.</summary>
    public IReadOnlyList<(string Command, string Title)> PagesNotMade { get; init; } = [];

    /// <summary>What the licences of the sources ask a reader to know, one sentence each.</summary>
    public IReadOnlyList<string> LicenceNotes { get; init; } = [];
}
