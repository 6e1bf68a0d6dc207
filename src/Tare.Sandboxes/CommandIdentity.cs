namespace Tare.Sandboxes;

/// <summary>For whom a command runs: the two have different user ids where the host allows it.</summary>
public enum CommandIdentity
{
    /// <summary>The model under evaluation. Sees no hidden folder and no verifier's folder.</summary>
    Agent,

    /// <summary>The judge. The work folder is handed over to it first; while it runs, no agent's command does.</summary>
    Verifier,
}
