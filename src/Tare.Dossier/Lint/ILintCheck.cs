namespace Tare.Dossier;

/// <summary>One rule.</summary>
internal interface ILintCheck
{
    LintRule Rule { get; }

    void Run(LintPass pass);
}
