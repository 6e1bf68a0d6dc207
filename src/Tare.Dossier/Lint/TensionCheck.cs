namespace Tare.Dossier;

/// <summary>Tensions that are none.</summary>
internal sealed class TensionCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new("S11", "tensions", "a tension whose sides do not oppose each other on one proposition, or of which one side is left");

    public void Run(LintPass pass)
    {
        foreach (var tension in pass.Dossier.Tensions)
        {
            var finding = TensionFinding.Of(pass.Index, tension);
            var at = $"tensions/{tension.Id}/sides";
            switch (finding.Verdict)
            {
                case TensionVerdict.CrossProposition:
                    pass.Warning(
                        Rule.Id,
                        at,
                        finding.Because,
                        "two sides with opposite stances on one proposition",
                        "find the proposition that they share, or say in the note that they talk past each other"
                    );
                    break;
                case TensionVerdict.OneSided or TensionVerdict.NotOpposed:
                    pass.Error(
                        Rule.Id,
                        at,
                        finding.Because,
                        "at least two holders with opposite stances on one proposition",
                        "restore the missing side, or remove the tension"
                    );
                    break;
            }

            if (finding.Implicit)
            {
                pass.Note(
                    Rule.Id,
                    at,
                    "one side is held by nobody in particular",
                    "a named holder",
                    "name somebody who says so, or read it as the text's own contrast"
                );
            }
        }
    }
}
