namespace Tare.Dossier;

/// <summary>How much a finding matters.</summary>
public enum LintSeverity
{
    /// <summary>Worth knowing when the page is read.</summary>
    Note,

    /// <summary>A claim or prediction is weaker than it looks.</summary>
    Warning,

    /// <summary>The dossier contradicts itself or its own past.</summary>
    Error,
}
