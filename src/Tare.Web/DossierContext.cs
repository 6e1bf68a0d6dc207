namespace Tare.Web;

/// <summary>What the pages of a dossier say of their own making; no clock, no machine.</summary>
public sealed record DossierContext
{
    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Name of the dossier's file, never a path on somebody's machine.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the dossier's file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The instant at which predictions expire and up to which the log goes.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Address where the pages will be published, or <see langword="null"/> where they have none.</summary>
    public string? Home { get; init; }

    /// <summary>The page of figures beside these pages, or <see langword="null"/> where there is none.</summary>
    public string? FiguresPage { get; init; }
}
