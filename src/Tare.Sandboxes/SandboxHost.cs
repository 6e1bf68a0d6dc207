using Tare.Sandboxes.Hosts;

namespace Tare.Sandboxes;

/// <summary>This host as a place for untrusted commands. Probed once; safe for use by several threads.</summary>
public sealed class SandboxHost
{
    private readonly Mechanisms? _mechanisms;
    private readonly UserRange? _users;
    private readonly string _parent;

    private SandboxHost(Mechanisms? mechanisms, UserRange? users, string parent, SandboxCapabilities capabilities)
    {
        _mechanisms = mechanisms;
        _users = users;
        _parent = parent;
        Capabilities = capabilities;
    }

    /// <summary>What this host can promise, each with what showed it.</summary>
    public SandboxCapabilities Capabilities { get; }

    internal Mechanisms? Found => _mechanisms;

    /// <summary>
    /// Runs sandboxes and tries to break each limit, and removes what killed runners have left. Where nothing
    /// works it returns all the same: the capabilities say so, and no sandbox opens.
    /// </summary>
    /// <param name="cancel">Ends the probe.</param>
    public static Task<SandboxHost> ProbeAsync(CancellationToken cancel = default) => ProbeAsync(m => m, cancel);

    /// <summary>The same for a host that lacks something.</summary>
    /// <param name="without">Takes mechanisms away before they are tried.</param>
    /// <param name="cancel">Ends the probe.</param>
    internal static async Task<SandboxHost> ProbeAsync(Func<Mechanisms, Mechanisms> without, CancellationToken cancel)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new SandboxHost(mechanisms: null, users: null, "", HostProbe.Nothing("this is not Linux"));
        }

        var parent = Slot.Parent();
        Slot.Sweep(parent);
        var users = UserRange.Of(File.Exists("/proc/self/uid_map") ? File.ReadLines("/proc/self/uid_map") : []);
        var (mechanisms, capabilities) = await new HostProbe(users, parent, without).RunAsync(cancel);
        return new SandboxHost(mechanisms, users, parent, capabilities);
    }

    /// <summary>Opens a sandbox.</summary>
    /// <param name="policy">What its commands may use.</param>
    /// <exception cref="SandboxException">The policy cannot be kept on this host: <see cref="SandboxException.Missing"/> names what lacks.</exception>
    public ISandbox Open(SandboxPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var missing = Capabilities.MissingFor(policy.Isolation);
        if (missing.Count > 0 || _mechanisms is null)
        {
            throw new SandboxException(
                $"policy.{nameof(policy.Isolation)}",
                $"{policy.Isolation} on a host without\n"
                    + string.Join("\n", missing.Select(c => $"    {c.Guarantee} ({c.Level}): {c.Evidence}")),
                "a host that gives every guarantee of the policy",
                policy.Isolation == IsolationLevel.Strict
                    ? "start as root with bubblewrap installed, or accept best-effort isolation; docs/design/sandboxes.md says what each needs"
                    : "install bubblewrap and allow name spaces, or, for commands that you trust, use the process-only sandbox",
                [.. missing.Select(c => c.Guarantee)]
            );
        }

        return Open(policy, Protection.All);
    }

    internal IsolatedSandbox Open(SandboxPolicy policy, Protection protections)
    {
        var weaker = Capabilities
            .All.Where(c => c.Level != GuaranteeLevel.Enforced)
            .Select(c => $"{c.Guarantee} is {Words(c.Level)}: {c.Evidence}");
        var mechanisms = _mechanisms! with { On = protections };
        mechanisms = mechanisms with { Filter = mechanisms.Filter && mechanisms.Has(Protection.SystemCalls) };
        return IsolatedSandbox.Open(mechanisms, _users, _parent, policy, [.. weaker]);
    }

    private static string Words(GuaranteeLevel level) => level == GuaranteeLevel.Watched ? "only watched" : "NOT given";
}
