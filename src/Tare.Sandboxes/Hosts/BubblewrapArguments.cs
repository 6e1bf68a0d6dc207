using System.Globalization;
using System.Text;
using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Hosts;

/// <summary>How bubblewrap is told to build a sandbox, and what it then starts in it.</summary>
internal static class BubblewrapArguments
{
    /// <summary>Numbers under which bubblewrap gets the files that go with it.</summary>
    internal const int InfoFile = 3;
    internal const int OptionsFile = 4;
    internal const int FilterFile = 5;

    internal const string Home = "/home/agent";
    internal const string Scratch = "/tmp";

    private const int OpenFiles = 4096;

    /// <summary>The options that go through a file, so that no process of the sandbox can read paths of the host from a command line.</summary>
    internal static byte[] Options(Mechanisms mechanisms, SandboxPolicy policy, SandboxedCommand command, WorkStore store)
    {
        var options = new List<string> { "--die-with-parent", "--new-session", "--clearenv" };
        Namespaces(options, mechanisms);
        if (mechanisms.Has(Protection.FileSystem))
        {
            // Left to itself, bubblewrap lets nobody into the folders above a place that only its owner may enter.
            string[] places = [Home, policy.WorkFolder, .. policy.ReadOnlyPaths, .. command.HiddenFolders.Select(h => h.Path)];
            places = command.Identity == CommandIdentity.Verifier ? [.. places, policy.VerifierFolder] : places;
            options.AddRange(
                places.SelectMany(FoldersAbove).Distinct(StringComparer.Ordinal).SelectMany(f => new[] { "--perms", "0755", "--dir", f })
            );
            options.AddRange([.. SystemView.Programs, "--ro-bind", store.Settings, "/etc", .. SystemView.Settings]);
            options.AddRange(policy.ReadOnlyPaths.SelectMany(p => new[] { "--ro-bind", HostPath.Real(p), p }));
        }
        else
        {
            options.AddRange(["--bind", "/", "/"]);
        }

        options.AddRange(["--proc", "/proc", "--dev", "/dev"]);
        var own = store.FolderOf(command.Identity);
        options.AddRange(["--bind", $"{own}/shm", "/dev/shm", "--bind", $"{own}/tmp", Scratch, "--bind", $"{own}/home", Home]);
        options.AddRange(["--bind", store.Work, policy.WorkFolder]);
        if (command.Identity == CommandIdentity.Verifier)
        {
            options.AddRange(["--bind", store.VerifierLogs, policy.VerifierFolder]);
        }

        options.AddRange(command.HiddenFolders.SelectMany(h => new[] { "--ro-bind", HostPath.Real(h.HostPath), h.Path }));
        if (mechanisms.Has(Protection.FileSystem))
        {
            options.AddRange(["--remount-ro", "/dev", "--remount-ro", "/"]);
        }

        options.AddRange(["--chdir", policy.WorkFolder, "--info-fd", Text(InfoFile)]);
        if (mechanisms.Filter)
        {
            options.AddRange(["--seccomp", Text(FilterFile)]);
        }

        return Encoding.UTF8.GetBytes(string.Concat(options.Select(o => o + "\0")));
    }

    /// <summary>Everything that is started, from joining a control group to the command.</summary>
    internal static IReadOnlyList<string> Start(
        Mechanisms mechanisms,
        SandboxPolicy policy,
        SandboxedCommand command,
        WorkStore store,
        ControlGroup? group
    )
    {
        var arguments = new List<string>();
        if (group is not null)
        {
            // Joined before anything else runs: what is started later is in it from its first page on.
            const string Join = """n=$1; shift; while [ "$n" -gt 0 ]; do echo 0 >"$1" || exit 125; shift; n=$((n-1)); done; exec "$@" """;
            arguments.AddRange(["/bin/sh", "-c", Join, "sh", Text(group.JoinFiles.Count), .. group.JoinFiles]);
        }

        arguments.AddRange([mechanisms.Bubblewrap, "--args", Text(OptionsFile), "--"]);
        if (mechanisms.OwnUsers && mechanisms.Has(Protection.Identity))
        {
            var user = Text(store.UserOf(command.Identity));
            arguments.AddRange(["/usr/bin/setpriv", "--reuid", user, "--regid", user, "--clear-groups"]);
            arguments.AddRange(["--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all"]);
        }

        // In a name space of users the first process, bubblewrap's own, counts too.
        var processes = policy.Processes + (mechanisms.OwnUsers ? 0 : 1);
        arguments.AddRange(Limits(policy, mechanisms.ProcessLimit && mechanisms.Has(Protection.ProcessCount) ? processes : null));
        // Set only now: variables such as LD_PRELOAD must not reach a program that still has rights.
        arguments.AddRange(["/usr/bin/env", "-i", .. CommandEnvironment.Of(policy, command, Home, Scratch), .. command.Arguments]);
        return arguments;
    }

    internal static IEnumerable<string> Limits(SandboxPolicy policy, int? processes)
    {
        yield return "/usr/bin/prlimit";
        if (processes is { } count)
        {
            yield return $"--nproc={Text(count)}";
        }

        yield return "--core=0";
        yield return $"--nofile={Text(OpenFiles)}";
        yield return $"--fsize={Text(policy.WorkFolderBytes)}";
        // The supervisor's own limit is for the tree and comes first; this one is the kernel's, for a single process.
        yield return $"--cpu={Text((long)Math.Ceiling(policy.CpuTime.TotalSeconds) + 1)}";
        yield return "--";
    }

    private static void Namespaces(List<string> options, Mechanisms mechanisms)
    {
        if (mechanisms.Has(Protection.Network))
        {
            options.Add("--unshare-net");
        }

        if (mechanisms.Has(Protection.ProcessNamespace))
        {
            options.Add("--unshare-pid");
        }

        if (mechanisms.Has(Protection.OtherNamespaces))
        {
            options.AddRange(["--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--hostname", "sandbox"]);
        }

        if (!mechanisms.OwnUsers)
        {
            options.AddRange(["--unshare-user", "--uid", "1000", "--gid", "1000"]);
        }
    }

    private static IEnumerable<string> FoldersAbove(string path)
    {
        for (var slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..slash];
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
