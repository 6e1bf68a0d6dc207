using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Tare.Sandboxes.Processes;

/// <summary>
/// A child process with exactly the open files and the environment that it is given. <see cref="System.Diagnostics.Process"/> can neither
/// pass a file nor report the processor time of a tree, and it starts children that outlive a killed parent.
/// </summary>
internal sealed unsafe class SpawnedProcess : IDisposable
{
    // Large enough for glibc (80 and 336 bytes on 64 bits) and musl.
    private const int OpaqueBytes = 1024;
    private const int SignalSetBytes = 128;
    private const short SetDefaultSignals = 4;
    private const short SetSignalMask = 8;
    private const short SetSession = 0x80;
    private const int NoHang = 1;

    private readonly Descriptor _pidfd;
    private bool _reaped;

    private SpawnedProcess(int id)
    {
        Id = id;
        _pidfd = new Descriptor(Descriptor.Checked(Native.PidfdOpen(id), "pidfd_open"));
    }

    internal int Id { get; }

    internal int Pidfd => _pidfd.Number;

    /// <summary>After the end: exit code, or 128 + n after signal n.</summary>
    internal int ExitCode { get; private set; }

    /// <summary>After the end: user and system time of the process and of all descendants that were waited for.</summary>
    internal TimeSpan Cpu { get; private set; }

    /// <summary>Starts a program. Call it on the thread that stays until the process has ended: the death of that thread kills the child, where it asked for that.</summary>
    /// <param name="arguments">Path of the program and its arguments.</param>
    /// <param name="environment"><c>NAME=VALUE</c> lines: all of its environment.</param>
    /// <param name="files">Open files that become 0, 1, 2, ...; every other one is closed.</param>
    /// <param name="folder">Where it starts; null for where this process is.</param>
    internal static SpawnedProcess Start(
        IReadOnlyList<string> arguments,
        IReadOnlyList<string> environment,
        IReadOnlyList<Descriptor> files,
        string? folder = null
    )
    {
        var actions = stackalloc byte[OpaqueBytes];
        var attributes = stackalloc byte[OpaqueBytes];
        var signals = stackalloc byte[SignalSetBytes];
        _ = Native.posix_spawn_file_actions_init(actions);
        _ = Native.posix_spawnattr_init(attributes);
        try
        {
            for (var i = 0; i < files.Count; i++)
            {
                _ = Native.posix_spawn_file_actions_adddup2(actions, files[i].Number, i);
            }

            _ = Native.posix_spawn_file_actions_addclosefrom_np(actions, files.Count);
            if (folder is not null)
            {
                _ = Native.posix_spawn_file_actions_addchdir_np(actions, folder);
            }

            // No signal blocked; all of them at their default, of which the runtime has changed some.
            new Span<byte>(signals, SignalSetBytes).Clear();
            _ = Native.posix_spawnattr_setsigmask(attributes, signals);
            new Span<byte>(signals, SignalSetBytes).Fill(0xFF);
            _ = Native.posix_spawnattr_setsigdefault(attributes, signals);
            _ = Native.posix_spawnattr_setflags(attributes, SetDefaultSignals | SetSignalMask | SetSession);
            return new SpawnedProcess(Spawn(arguments, environment, actions, attributes));
        }
        finally
        {
            _ = Native.posix_spawn_file_actions_destroy(actions);
            _ = Native.posix_spawnattr_destroy(attributes);
        }
    }

    /// <summary>Waits for the end, at most for a time; true when it has ended.</summary>
    internal bool WaitForEnd(int milliseconds)
    {
        var entry = new Native.PollEntry { Descriptor = Pidfd, Wanted = Native.PollIn };
        return _reaped || (Native.poll(&entry, 1, milliseconds) > 0 && Reap());
    }

    /// <summary>Waits for the end of a process that was started by a child, at most for a time.</summary>
    internal static void WaitForEndOf(int id, int milliseconds)
    {
        var number = Native.PidfdOpen(id);
        if (number >= 0)
        {
            using var pidfd = new Descriptor(number);
            var entry = new Native.PollEntry { Descriptor = number, Wanted = Native.PollIn };
            _ = Native.poll(&entry, 1, milliseconds);
            // As the first process of a container, this one inherits it and has to bury it; elsewhere the call fails.
            int status;
            var usage = stackalloc long[18];
            _ = Native.wait4(id, &status, NoHang, usage);
        }
    }

    internal void Kill()
    {
        if (!_reaped)
        {
            _ = Native.kill(Id, Native.Kill);
        }
    }

    internal void KillGroup()
    {
        if (!_reaped)
        {
            _ = Native.kill(-Id, Native.Kill);
        }
    }

    public void Dispose()
    {
        if (!_reaped)
        {
            Kill();
            // Bounded: a process that hangs in the kernel must not hold up who reports it.
            _ = WaitForEnd(1000);
        }

        _pidfd.Dispose();
    }

    /// <summary>Takes the end of the process, if it has ended.</summary>
    internal bool Reap()
    {
        if (_reaped)
        {
            return true;
        }

        // struct rusage: user and system time as seconds and microseconds, then 14 counters.
        var usage = stackalloc long[18];
        int status;
        if (Native.wait4(Id, &status, NoHang, usage) != Id)
        {
            return false;
        }

        var signal = status & 0x7F;
        ExitCode = signal == 0 ? (status >> 8) & 0xFF : 128 + signal;
        Cpu = TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3]);
        _reaped = true;
        return true;
    }

    private static int Spawn(IReadOnlyList<string> arguments, IReadOnlyList<string> environment, byte* actions, byte* attributes)
    {
        var strings = new List<nint>();
        var argumentList = Vector(arguments, strings);
        var environmentList = Vector(environment, strings);
        try
        {
            int id;
            var error = Native.posix_spawn(&id, argumentList[0], actions, attributes, argumentList, environmentList);
            return error == 0
                ? id
                : throw new Win32Exception(error, $"'{arguments[0]}' cannot be started: {Marshal.GetPInvokeErrorMessage(error)}");
        }
        finally
        {
            strings.ForEach(p => NativeMemory.Free((void*)p));
        }
    }

    private static byte** Vector(IReadOnlyList<string> texts, List<nint> owned)
    {
        var vector = (byte**)NativeMemory.AllocZeroed((nuint)(texts.Count + 1), (nuint)sizeof(byte*));
        owned.Add((nint)vector);
        for (var i = 0; i < texts.Count; i++)
        {
            var length = Encoding.UTF8.GetByteCount(texts[i]);
            vector[i] = (byte*)NativeMemory.AllocZeroed((nuint)length + 1);
            owned.Add((nint)vector[i]);
            Encoding.UTF8.GetBytes(texts[i], new Span<byte>(vector[i], length));
        }

        return vector;
    }
}
