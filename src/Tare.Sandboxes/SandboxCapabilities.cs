namespace Tare.Sandboxes;

/// <summary>What this host can promise, found by running a sandbox and trying to break each limit.</summary>
/// <param name="All">One entry a guarantee, in the order of <see cref="Guarantee"/>.</param>
public sealed record SandboxCapabilities(IReadOnlyList<Capability> All)
{
    private static readonly Guarantee[] s_always = [Guarantee.FileSystem, Guarantee.Network, Guarantee.ProcessTree];

    /// <summary>The entry of one guarantee.</summary>
    /// <param name="guarantee">Which one.</param>
    public Capability Of(Guarantee guarantee) => All.Single(c => c.Guarantee == guarantee);

    /// <summary>The guarantees that a level of isolation needs and this host lacks; empty when it can be kept.</summary>
    /// <param name="isolation">The level.</param>
    public IReadOnlyList<Capability> MissingFor(IsolationLevel isolation) => [.. All.Where(c => c.Level < Least(c.Guarantee, isolation))];

    private static GuaranteeLevel Least(Guarantee guarantee, IsolationLevel isolation) =>
        s_always.Contains(guarantee) ? GuaranteeLevel.Enforced
        : isolation == IsolationLevel.BestEffort ? GuaranteeLevel.None
        : guarantee == Guarantee.Memory ? GuaranteeLevel.Watched
        : GuaranteeLevel.Enforced;
}
